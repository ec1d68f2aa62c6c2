using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Mail.Events;

namespace TechPlan.Functions.Mail;

/// <summary>What was told to whom, by role: one record for all recipients of a notice whose mails are in the same state and have fared alike.</summary>
/// <param name="At">When the last of them was sent, dropped or given up; when the notice arose, for those still on their way.</param>
/// <param name="Recipients">How many; 0 when there was nobody to tell.</param>
/// <param name="Carrier">Null while nobody has looked at the notice, or when it was dropped.</param>
/// <param name="TakenOverFrom">The carrier that should have taken it, when another did.</param>
/// <param name="Reason">A short code: why it was taken over, dropped, tried again or given up.</param>
/// <param name="Delivery">What the carrier has told since it took the mails; null while it has told nothing, or when it never does.</param>
public sealed record MailRecord(
    NoticeKind Kind, Audience To, MailState State, DateTimeOffset At, int Recipients, CarrierName? Carrier, CarrierName? TakenOverFrom, string? Reason,
    DeliveryProgress? Delivery = null);
