namespace TechPlan.Functions.Correspondence.Paperwork;

/// <summary>A file that came as paperwork of a mini-grant (MG-13). The file itself stays with its mail in the mailbox.</summary>
/// <param name="Name">As its sender called it, fit to be shown.</param>
/// <param name="MessageId">Of the mail that it came with.</param>
public sealed record PaperworkFile(string Name, long Size, string MediaType, string MessageId, DateTimeOffset ReceivedAt);
