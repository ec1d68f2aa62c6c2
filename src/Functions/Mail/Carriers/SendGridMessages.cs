using System.Text.Json;
using System.Text.Json.Serialization;
using SendGrid.Helpers.Mail;
using TechPlan.Domain;
using TechPlan.Functions.Mail.Rendering;
using Address = SendGrid.Helpers.Mail.EmailAddress;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>Mails as SendGrid's messages.</summary>
internal static class SendGridMessages
{
    private const int MaxName = 80;

    /// <summary>One content, one envelope for each recipient: nobody sees another's address.</summary>
    public static SendGridMessage Of(IReadOnlyList<OutgoingMail> mails, string from, Person office)
    {
        var (first, content) = (mails[0], mails[0].Content);
        var message = new SendGridMessage
        {
            From = new Address(from, NameOf(office.Name)),
            ReplyTo = new Address(office.Email.Value, NameOf(office.Name)),
            Subject = content.Subject,
            PlainTextContent = content.Text,
            HtmlContent = content.Html,
            Personalizations = [.. mails.Select(mail => new Personalization { Tos = [new Address(mail.To.Email.Value, NameOf(mail.To.Name))] })],
            // SendGrid keeps these long and cannot take anything out of them again: ids only.
            CustomArgs = new Dictionary<string, string> { ["mail"] = first.CallId, ["mini_grant"] = first.Grant.Value },
            // RFC 3834: no automatic answers to a machine.
            Headers = new Dictionary<string, string> { ["Auto-Submitted"] = "auto-generated", ["X-Auto-Response-Suppress"] = "DR, RN, NRN, OOF, AutoReply" },
            TrackingSettings = new TrackingSettings { OpenTracking = new OpenTracking { Enable = false } },
        };
        message.SetClickTracking(enable: false, enableText: false);
        return message;
    }

    /// <summary>The recipients in a look-up's answer, in lower case; none when it is not what SendGrid describes, since nothing is known then.</summary>
    public static IReadOnlyList<string> RecipientsOf(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize<LookUp>(answer, JsonSerializerOptions.Web) is { Messages: { } messages }
                ? [.. messages.Select(message => Domain.EmailAddress.TryParse(message?.ToEmail)).OfType<Domain.EmailAddress>().Select(address => address.Normalized)]
                : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>SendGrid takes commas and semicolons in a name for separators.</summary>
    private static string NameOf(string name) => PlainWords.Line(name.Replace(',', ' ').Replace(';', ' '), MaxName);

    private sealed record LookUp(IReadOnlyList<FoundMessage?>? Messages);

    private sealed record FoundMessage([property: JsonPropertyName("to_email")] string? ToEmail);
}
