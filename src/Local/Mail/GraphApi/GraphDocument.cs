using System.Text.Json.Serialization;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>
/// A message in a mailbox. It is one row: in the sender's Drafts until it is sent, then in the sender's Sent Items and
/// in the Inbox of everyone it went to, under the same id.
/// </summary>
internal sealed record GraphDocument(
    string Id,
    string Mailbox,
    string ConversationId,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    DateTimeOffset? SentAt,
    GraphMessage Message) : MailDocument(Id)
{
    [JsonIgnore]
    public bool IsDraft => SentAt is null;

    [JsonIgnore]
    public string InternetMessageId => $"<{Id}@mail.invalid>";

    [JsonIgnore]
    public string Sender => Message.From?.Address ?? Mailbox;

    [JsonIgnore]
    public IReadOnlyList<string> Recipients =>
        Addresses([Message.ToRecipients, Message.CcRecipients, Message.BccRecipients]);

    public override IReadOnlyList<MailSummary> Summaries =>
        SentAt is { } sentAt ? [new(Id, Carriers.Graph, Sender, Recipients, Message.Subject ?? "", sentAt)] : [];

    public override IReadOnlyList<Mark> Marks =>
        [.. (Message.SingleValueExtendedProperties ?? []).Select(property => new Mark(property.Id ?? "", property.Value ?? ""))];

    public override IReadOnlyList<DeliveredMail> Deliver() => SentAt is { } sentAt ? [Delivered(sentAt)] : [];

    /// <summary>The folder that <paramref name="mailbox"/> has it in, by its well-known name; null when it is none of its business.</summary>
    public string? FolderIn(string mailbox) =>
        Is(mailbox, Mailbox) ? (IsDraft ? "drafts" : "sentitems")
        : !IsDraft && Recipients.Any(recipient => Is(recipient, mailbox)) ? "inbox"
        : null;

    private DeliveredMail Delivered(DateTimeOffset sentAt)
    {
        var content = Message.Body?.Content ?? "";
        var html = Message.Body is { IsHtml: true } ? content : null;
        var text = html is null ? content : MailContent.TextOf(html);
        return new(
            Id,
            Carriers.Graph,
            Sender,
            Recipients,
            Addresses([Message.ToRecipients, Message.CcRecipients]),
            Message.Subject ?? "",
            text,
            html,
            MailContent.Links(html, text),
            sentAt,
            ConversationId,
            CustomArgs: new Dictionary<string, string>(),
            Headers());
    }

    private Dictionary<string, string> Headers() =>
        (Message.InternetMessageHeaders ?? [])
            .DistinctBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(header => header.Name ?? "", header => header.Value ?? "", StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Addresses(IEnumerable<IReadOnlyList<GraphRecipient>?> lists) =>
        [.. lists.SelectMany(list => list ?? []).Select(recipient => recipient.Address).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
