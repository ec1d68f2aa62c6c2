using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace TechPlan.Local.Mail.SendGridApi.Webhooks;

/// <summary>Events in the shape in which SendGrid posts them.</summary>
internal static class SendGridEvents
{
    /// <summary>The kinds that can be asked for.</summary>
    public static readonly IReadOnlyCollection<string> Kinds = ["processed", "deferred", "delivered", "bounce", "dropped", "spamreport"];

    /// <summary>What happens to a mail when nobody interferes: it is processed and delivered, or dropped if the address is suppressed.</summary>
    public static IEnumerable<JsonObject> Of(DeliveredMail mail, string? suppressed, DateTimeOffset at) => suppressed is not null
        ? [Event("dropped", mail, at, suppressed)]
        : [Event("processed", mail, at), Event("delivered", mail, at.AddSeconds(1))];

    /// <param name="reason">Why it was dropped.</param>
    public static JsonObject Event(string kind, DeliveredMail mail, DateTimeOffset at, string reason = "Bounced Address")
    {
        var happened = new JsonObject
        {
            ["email"] = mail.To[0],
            ["timestamp"] = at.ToUnixTimeSeconds(),
            ["event"] = kind,
            ["sg_event_id"] = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)),
            ["sg_message_id"] = $"{mail.Id}.filter0001.0",
            ["smtp-id"] = $"<{mail.Id}@geopod-ismtpd-local>",
        };
        foreach (var (name, value) in mail.CustomArgs)
        {
            happened[name] = value;
        }

        foreach (var (name, value) in Details(kind, mail.To[0], reason))
        {
            happened[name] = value;
        }

        return happened;
    }

    private static (string Name, string Value)[] Details(string kind, string address, string reason) => kind switch
    {
        "deferred" => [("response", $"450 4.2.2 mailbox of {address} is busy"), ("attempt", "1")],
        "delivered" => [("response", "250 OK")],
        "bounce" => [("type", "bounce"), ("status", "5.1.1"), ("reason", $"550 5.1.1 {address} does not exist")],
        "dropped" => [("reason", reason)],
        _ => [],
    };
}
