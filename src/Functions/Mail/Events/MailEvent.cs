using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Mail.Events;

/// <summary>An event about a mail of ours that says what became of it.</summary>
/// <param name="Id">SendGrid's; the same whenever the same event is posted again.</param>
/// <param name="Notice">The row key of the notice that the mail was made from.</param>
internal sealed record MailEvent(string Id, MiniGrantId Grant, string Notice, EmailAddress To, DeliveryProgress Progress);
