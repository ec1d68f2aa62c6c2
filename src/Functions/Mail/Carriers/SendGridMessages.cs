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
    /// <summary>A header's line has at most 998 characters.</summary>
    private const int LongestMessageId = 900;

    private const int MaxName = 80;

    /// <summary>One content, one envelope for each recipient: nobody sees another's address.</summary>
    public static SendGridMessage Of(IReadOnlyList<OutgoingMail> mails, string from, Person sender)
    {
        var (first, content) = (mails[0], mails[0].Content);
        var message = new SendGridMessage
        {
            From = new Address(from, NameOf(sender.Name)),
            ReplyTo = new Address(sender.Email.Value, NameOf(sender.Name)),
            Subject = content.Subject,
            PlainTextContent = content.Text,
            HtmlContent = content.Html,
            Personalizations = [.. mails.Select(mail => new Personalization { Tos = [new Address(mail.To.Email.Value, NameOf(mail.To.Name))] })],
            // SendGrid keeps these long and cannot take anything out of them again: ids only.
            CustomArgs = CustomArgsOf(first),
            Headers = HeadersOf(first),
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

    private static Dictionary<string, string> CustomArgsOf(OutgoingMail mail)
    {
        var ids = new Dictionary<string, string> { ["mail"] = mail.CallId };
        if (mail.Grant is { } grant)
        {
            ids["mini_grant"] = grant.Value;
        }

        return ids;
    }

    /// <summary>RFC 3834: a machine wrote it, and no machine is to answer.</summary>
    private static Dictionary<string, string> HeadersOf(OutgoingMail mail)
    {
        var headers = new Dictionary<string, string>
        {
            ["Auto-Submitted"] = mail.RepliesTo is null ? "auto-generated" : "auto-replied",
            ["X-Auto-Response-Suppress"] = "DR, RN, NRN, OOF, AutoReply",
            [OutgoingMail.MarkHeader] = mail.CallId,
        };
        if (mail.RepliesTo is { } id && IsMessageId(id))
        {
            headers["In-Reply-To"] = headers["References"] = $"<{id}>";
        }

        return headers;
    }

    /// <summary>The sender of the answered mail made its id, and may have made a header of it.</summary>
    private static bool IsMessageId(string id) => id.Length is > 0 and <= LongestMessageId && id.All(c => c is > ' ' and <= '~' and not '<' and not '>');

    /// <summary>SendGrid takes commas and semicolons in a name for separators.</summary>
    private static string NameOf(string name) => PlainWords.Line(name.Replace(',', ' ').Replace(';', ' '), MaxName);

    private sealed record LookUp(IReadOnlyList<FoundMessage?>? Messages);

    private sealed record FoundMessage([property: JsonPropertyName("to_email")] string? ToEmail);
}
