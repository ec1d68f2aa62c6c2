using System.Text.Json.Serialization;
using TechPlan.Local.Mail.GraphApi.Attachments;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>
/// A message in a mailbox. It is one row: in the sender's Drafts until it is sent, then in the sender's Sent Items and
/// in the Inbox of everyone it went to, under the same id. A mail from outside is a row of the mailbox that it came to.
/// </summary>
/// <param name="Incoming">Null for what was written here.</param>
/// <param name="IsDeleted">The mailbox that wrote it has it no more; those who got it still do.</param>
internal sealed record GraphDocument(
    string Id,
    string Mailbox,
    string ConversationId,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt,
    DateTimeOffset? SentAt,
    GraphMessage Message,
    GraphIncoming? Incoming = null,
    bool IsDeleted = false) : MailDocument(Id)
{
    [JsonIgnore]
    public bool IsDraft => SentAt is null;

    [JsonIgnore]
    public string InternetMessageId => Incoming?.InternetMessageId ?? InternetMessageIdOf(Id);

    [JsonIgnore]
    public GraphHead Head => new(Mailbox, ConversationId, InternetMessageId, Incoming is not null);

    [JsonIgnore]
    public DateTimeOffset ReceivedAt => Incoming?.ReceivedAt ?? SentAt ?? CreatedAt;

    [JsonIgnore]
    public string Sender => Message.From?.Address ?? Mailbox;

    [JsonIgnore]
    public IReadOnlyList<string> Recipients =>
        Addresses([Message.ToRecipients, Message.CcRecipients, Message.BccRecipients]);

    public override IReadOnlyList<MailSummary> Summaries =>
        Incoming is { } incoming ? [new(Id, Carriers.Incoming, Sender, [Mailbox], Message.Subject ?? "", incoming.ReceivedAt, incoming.FolderForPeople)]
        : SentAt is { } sentAt ? [new(Id, Carriers.Graph, Sender, Recipients, Message.Subject ?? "", sentAt)] : [];

    public override IReadOnlyList<Mark> Marks =>
        [.. (Message.SingleValueExtendedProperties ?? []).Select(property => new Mark(property.Id ?? "", property.Value ?? ""))];

    public override IReadOnlyList<DeliveredMail> Deliver() => SentAt is not null ? [Delivered()] : [];

    /// <summary>What a mail that names none of its own is called.</summary>
    public static string InternetMessageIdOf(string id) => $"<{id}@mail.invalid>";

    /// <summary>Its id for a reader: with immutable ids always the same, otherwise another one after every move.</summary>
    public string IdFor(bool immutable) => !immutable && Incoming is { Moves: > 0 and var moves } ? $"{Id}={moves}" : Id;

    /// <summary>The folder that <paramref name="mailbox"/> has it in, by its well-known name; null when it is none of its business.</summary>
    public string? FolderIn(string mailbox) =>
        Incoming is { } incoming ? (Is(mailbox, Mailbox) ? incoming.Folder?.Key : null)
        : Is(mailbox, Mailbox) ? (IsDeleted ? null : IsDraft ? "drafts" : "sentitems")
        : !IsDraft && Recipients.Any(recipient => Is(recipient, mailbox)) ? "inbox"
        : null;

    public GraphAttachment? FileOf(string id) => Incoming?.Attachments.FirstOrDefault(file => file.Id == id);

    private DeliveredMail Delivered()
    {
        var content = Message.Body?.Content ?? "";
        var html = Message.Body is { IsHtml: true } ? content : null;
        var text = html is null ? content : MailContent.TextOf(html);
        return new(
            Id,
            Incoming is null ? Carriers.Graph : Carriers.Incoming,
            Sender,
            Incoming is null ? Recipients : [Mailbox],
            Addresses([Message.ToRecipients, Message.CcRecipients]),
            Message.Subject ?? "",
            text,
            html,
            MailContent.Links(html, text),
            ReceivedAt,
            ConversationId,
            CustomArgs: new Dictionary<string, string>(),
            Headers())
        {
            Folder = Incoming?.FolderForPeople,
            Files = [.. (Incoming?.Attachments ?? []).Select(file => new DeliveredFile(file.Id, file.Name, file.ContentType, file.Size))],
        };
    }

    private Dictionary<string, string> Headers() =>
        (Message.InternetMessageHeaders ?? [])
            .DistinctBy(header => header.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(header => header.Name ?? "", header => header.Value ?? "", StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Addresses(IEnumerable<IReadOnlyList<GraphRecipient>?> lists) =>
        [.. lists.SelectMany(list => list ?? []).Select(recipient => recipient.Address).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    private static bool Is(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
