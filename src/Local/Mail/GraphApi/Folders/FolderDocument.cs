using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi.Folders;

/// <summary>A folder that was made in a mailbox, beside those that every mailbox has.</summary>
internal sealed record FolderDocument(string Id, string Mailbox, string DisplayName) : MailDocument(Id);
