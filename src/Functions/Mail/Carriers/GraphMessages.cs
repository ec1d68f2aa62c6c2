using Microsoft.Graph.Models;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>Mails as Graph's messages.</summary>
internal static class GraphMessages
{
    /// <summary>The named property that holds our own id of a mail, so that it can be looked up whatever became of it.</summary>
    private const string MailIdProperty = "String {6f1c2c3e-90a4-4d0e-8b57-3a1f6d0c9b21} Name TechPlanMailId";

    /// <summary>Asks for the property along with a message.</summary>
    public const string ExpandMailId = $"singleValueExtendedProperties($filter=id eq '{MailIdProperty}')";

    private const int MaxName = 80;

    /// <summary>Finds a mail by our own id.</summary>
    public static string FilterOf(string mailId) =>
        $"singleValueExtendedProperties/any(ep:ep/id eq '{MailIdProperty}' and ep/value eq '{mailId}')";

    /// <summary>Our own id of a message that was asked for with <see cref="ExpandMailId"/>; null when it is none of ours.</summary>
    public static string? MailIdOf(Message message) =>
        message.SingleValueExtendedProperties?.FirstOrDefault(property => string.Equals(property.Id, MailIdProperty, StringComparison.OrdinalIgnoreCase))?.Value;

    /// <summary>
    /// A message to be made. Its header asks for no automatic answers (MS-OXCMAIL 2.1.3.2.20), but leaves reports that it could
    /// not be delivered; headers can only be given when a message is made.
    /// </summary>
    public static Message NewOf(OutgoingMail mail)
    {
        var message = Of(mail);
        message.InternetMessageHeaders =
        [
            new InternetMessageHeader { Name = "X-Auto-Response-Suppress", Value = "DR, RN, NRN, OOF, AutoReply" },
            new InternetMessageHeader { Name = OutgoingMail.MarkHeader, Value = mail.Id },
        ];
        return message;
    }

    /// <summary>What can be set again on a message that is there already.</summary>
    public static Message Of(OutgoingMail mail) => new()
    {
        Subject = mail.Content.Subject,
        Body = new ItemBody { ContentType = BodyType.Html, Content = mail.Content.Html },
        ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = mail.To.Email.Value, Name = PlainWords.Line(mail.To.Name, MaxName) } }],
        SingleValueExtendedProperties = [new SingleValueLegacyExtendedProperty { Id = MailIdProperty, Value = mail.Id }],
    };

    /// <summary>Whether a reply that Graph has made is addressed to our recipient alone and says what it should.</summary>
    public static bool IsWhole(Message reply, OutgoingMail mail) =>
        reply.Subject == mail.Content.Subject
        && reply.CcRecipients is null or []
        && reply.ToRecipients is [{ EmailAddress.Address: { } address }]
        && string.Equals(address, mail.To.Email.Value, StringComparison.OrdinalIgnoreCase);
}
