using System.Text.Json;
using System.Text.Json.Serialization;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>What a client may write of a message. Members that this stand-in does not interpret are kept as they came.</summary>
internal sealed record GraphMessage
{
    public string? Subject { get; init; }

    public GraphBody? Body { get; init; }

    public GraphRecipient? From { get; init; }

    public GraphRecipient? Sender { get; init; }

    public IReadOnlyList<GraphRecipient>? ToRecipients { get; init; }

    public IReadOnlyList<GraphRecipient>? CcRecipients { get; init; }

    public IReadOnlyList<GraphRecipient>? BccRecipients { get; init; }

    public IReadOnlyList<GraphRecipient>? ReplyTo { get; init; }

    public IReadOnlyList<string>? Categories { get; init; }

    public bool? IsRead { get; init; }

    public IReadOnlyList<GraphHeader>? InternetMessageHeaders { get; init; }

    public IReadOnlyList<GraphExtendedProperty>? SingleValueExtendedProperties { get; init; }

    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Others { get; init; }

    /// <summary>This message with whatever <paramref name="change"/> names put in its place.</summary>
    public GraphMessage With(GraphMessage change) => new()
    {
        Subject = change.Subject ?? Subject,
        Body = change.Body ?? Body,
        From = change.From ?? From,
        Sender = change.Sender ?? Sender,
        ToRecipients = change.ToRecipients ?? ToRecipients,
        CcRecipients = change.CcRecipients ?? CcRecipients,
        BccRecipients = change.BccRecipients ?? BccRecipients,
        ReplyTo = change.ReplyTo ?? ReplyTo,
        Categories = change.Categories ?? Categories,
        InternetMessageHeaders = change.InternetMessageHeaders ?? InternetMessageHeaders,
        SingleValueExtendedProperties = Merge(SingleValueExtendedProperties, change.SingleValueExtendedProperties),
        Others = change.Others ?? Others,
    };

    private static IReadOnlyList<GraphExtendedProperty>? Merge(
        IReadOnlyList<GraphExtendedProperty>? kept,
        IReadOnlyList<GraphExtendedProperty>? changed) =>
        kept is null || changed is null
            ? changed ?? kept
            : [.. kept.ExceptBy(changed.Select(property => property.Id), property => property.Id), .. changed];
}

internal sealed record GraphBody(string? ContentType, string? Content)
{
    [JsonIgnore]
    public bool IsHtml => string.Equals(ContentType, "html", StringComparison.OrdinalIgnoreCase);
}

internal sealed record GraphRecipient(GraphAddress? EmailAddress)
{
    [JsonIgnore]
    public string? Address => EmailAddress?.Address;
}

internal sealed record GraphAddress(string? Name, string? Address);

internal sealed record GraphHeader(string? Name, string? Value);

internal sealed record GraphExtendedProperty(string? Id, string? Value);
