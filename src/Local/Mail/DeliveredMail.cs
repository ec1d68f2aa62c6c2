namespace TechPlan.Local.Mail;

/// <summary>A mail as it arrived, as <c>/local/mail.json</c> shows it.</summary>
/// <param name="To">Whom this copy went to: all recipients of a Graph message, the one recipient of a SendGrid mail.</param>
/// <param name="VisibleRecipients">Every address that a reader of this copy can see.</param>
/// <param name="Text">What the mail says without markup; made from <paramref name="Html"/> where the carrier takes one body only.</param>
/// <param name="Links">Every absolute web address in it, once, in the order of reading.</param>
internal sealed record DeliveredMail(
    string Id,
    string Carrier,
    string From,
    IReadOnlyList<string> To,
    IReadOnlyList<string> VisibleRecipients,
    string Subject,
    string Text,
    string? Html,
    IReadOnlyList<string> Links,
    DateTimeOffset SentAt,
    string? ConversationId,
    IReadOnlyDictionary<string, string> CustomArgs,
    IReadOnlyDictionary<string, string> Headers)
{
    /// <summary>Where a mailbox keeps a mail that came in; null for what went out.</summary>
    public string? Folder { get; init; }

    public IReadOnlyList<DeliveredFile> Files { get; init; } = [];
}

/// <summary>A file of an incoming mail.</summary>
internal sealed record DeliveredFile(string Id, string Name, string MediaType, long Size);

/// <summary>What a list of mails needs of each, small enough to be kept in memory for all.</summary>
internal sealed record MailSummary(
    string Id,
    string Carrier,
    string From,
    IReadOnlyList<string> To,
    string Subject,
    DateTimeOffset SentAt,
    string? Folder = null)
{
    public bool IsTo(string address) => To.Contains(address, StringComparer.OrdinalIgnoreCase);
}
