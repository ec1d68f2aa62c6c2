using System.Globalization;
using System.Text.Json;
using TechPlan.Domain;

namespace TechPlan.Functions.Mail.Events;

/// <summary>
/// Reads one item of a post. Only the few members that matter are looked at, so whatever SendGrid adds or writes in another shape
/// (<c>category</c> as a text or an array, <c>attempt</c> as a text) does no harm.
/// </summary>
internal static class MailEventReader
{
    /// <summary>SendGrid's ids have up to 100 characters.</summary>
    private const int MaxIdLength = 200;

    private static readonly DateTimeOffset Earliest = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static MailEventReading Read(JsonElement item)
    {
        if (item.ValueKind is not JsonValueKind.Object || Text(item, "event") is not { } kind)
        {
            return MailEventReading.Malformed.Instance;
        }

        if (StateOf(kind) is not { } state || MailName.TryParse(Text(item, "mail")) is not { } mail)
        {
            return MailEventReading.NotOurs.Instance;
        }

        return Text(item, "sg_event_id") is { Length: > 0 and <= MaxIdLength } id && EmailAddress.TryParse(Text(item, "email")) is { } to && MomentOf(item) is { } at
            ? new MailEventReading.Event(new MailEvent(id, mail, to, new DeliveryProgress(state, at, ReasonOf(state, item))))
            : MailEventReading.Malformed.Instance;
    }

    private static DeliveryState? StateOf(string kind) => kind switch
    {
        "deferred" => DeliveryState.Deferred,
        "delivered" => DeliveryState.Delivered,
        "dropped" => DeliveryState.Withheld,
        "bounce" => DeliveryState.Bounced,
        "spamreport" => DeliveryState.SpamReported,
        _ => null,
    };

    private static string? ReasonOf(DeliveryState state, JsonElement item) => state switch
    {
        DeliveryState.Withheld => DeliveryReasons.OfDrop(Text(item, "reason")),
        DeliveryState.Bounced => DeliveryReasons.OfBounce(Text(item, "type"), Text(item, "status")),
        DeliveryState.Deferred => DeliveryReasons.StatusOf(Text(item, "status")),
        _ => null,
    };

    /// <summary>Seconds since 1970, as a number or a text.</summary>
    private static DateTimeOffset? MomentOf(JsonElement item)
    {
        var text = Read(item, "timestamp", value => value.ValueKind is JsonValueKind.Number ? value.GetRawText() : value.GetString());
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds >= Earliest.ToUnixTimeSeconds() && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
    }

    /// <summary>A text member; null when it is missing, something else, or holds half a character.</summary>
    private static string? Text(JsonElement item, string name) => Read(item, name, value => value.GetString());

    private static string? Read(JsonElement item, string name, Func<JsonElement, string?> read)
    {
        try
        {
            return item.TryGetProperty(name, out var value) ? read(value) : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
