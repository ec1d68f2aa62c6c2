namespace TechPlan.Local.Mail.GraphApi.Folders;

/// <summary>A folder as a message names it.</summary>
/// <param name="Key">A well-known name such as "inbox", or the id of a folder that somebody made.</param>
/// <param name="Name">As people read it.</param>
internal sealed record FolderName(string Key, string Name)
{
    public static readonly FolderName Inbox = new("inbox", "Inbox");

    /// <summary>The folders that every mailbox has.</summary>
    public static readonly IReadOnlyList<FolderName> WellKnown =
    [
        Inbox,
        new("drafts", "Drafts"),
        new("sentitems", "Sent Items"),
        new("deleteditems", "Deleted Items"),
        new("junkemail", "Junk Email"),
        new("archive", "Archive"),
    ];
}
