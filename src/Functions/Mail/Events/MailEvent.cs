using TechPlan.Domain;

namespace TechPlan.Functions.Mail.Events;

/// <summary>An event about a mail of ours that says what became of it.</summary>
/// <param name="Id">SendGrid's; the same whenever the same event is posted again.</param>
internal sealed record MailEvent(string Id, MailName Mail, EmailAddress To, DeliveryProgress Progress);
