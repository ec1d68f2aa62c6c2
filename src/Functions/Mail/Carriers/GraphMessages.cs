using Microsoft.Graph.Models;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>Mails as Graph's messages.</summary>
internal static class GraphMessages
{
    /// <summary>The named property that holds our own id of a mail, so that it can be looked up whatever became of it.</summary>
    private const string MailIdProperty = "String {6f1c2c3e-90a4-4d0e-8b57-3a1f6d0c9b21} Name TechPlanMailId";

    private const int MaxName = 80;

    /// <summary>Finds a mail by our own id.</summary>
    public static string FilterOf(string mailId) =>
        $"singleValueExtendedProperties/any(ep:ep/id eq '{MailIdProperty}' and ep/value eq '{mailId}')";

    /// <summary>
    /// No automatic answers, please (MS-OXCMAIL 2.1.3.2.20), but tell us when a mail cannot be delivered. Headers can only be
    /// given when a message is made.
    /// </summary>
    public static List<InternetMessageHeader> Headers() =>
        [new InternetMessageHeader { Name = "X-Auto-Response-Suppress", Value = "DR, RN, NRN, OOF, AutoReply" }];

    /// <summary>What may be set on a new message as well as on a reply that Graph has begun.</summary>
    public static Message Of(OutgoingMail mail) => new()
    {
        Subject = mail.Content.Subject,
        Body = new ItemBody { ContentType = BodyType.Html, Content = mail.Content.Html },
        ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = mail.To.Email.Value, Name = PlainWords.Line(mail.To.Name, MaxName) } }],
        SingleValueExtendedProperties = [new SingleValueLegacyExtendedProperty { Id = MailIdProperty, Value = mail.Id }],
    };
}
