using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Mail.Events;

namespace TechPlan.Functions.Web.Timeline;

/// <summary>Who was told of what by email, in plain words.</summary>
/// <param name="lead">The lead ITL's name.</param>
/// <param name="specialist">The specialist's name, or what stands for it.</param>
public sealed class MailSentences(string lead, string specialist)
{
    /// <summary>The line of a record; null when nobody was told, since it was no longer true or there was nobody.</summary>
    public TimelineEntry? Of(MailRecord record) => record.State switch
    {
        MailState.Sent => Delivered(record),
        MailState.Failed => new(record.At, $"The email to {Who(record)} {What(record.Kind)} could not be delivered. The office is on it."),
        MailState.Waiting or MailState.Sending => new(record.At, $"An email to {Who(record)} {What(record.Kind)} is on its way."),
        MailState.Dropped => null,
    };

    /// <summary>What is known of a mail since a carrier took it. Trouble stands where it happened, so that the office's part in it follows.</summary>
    private TimelineEntry Delivered(MailRecord record) => record.Delivery switch
    {
        { State: DeliveryState.Deferred } => new(record.At, $"Sent {Who(record)} an email {What(record.Kind)}; the mail server there has put it off, and it is tried again."),
        { State: DeliveryState.Delivered } => new(record.At, $"Told {Who(record)} by email {What(record.Kind)}; it was delivered."),
        { State: DeliveryState.SpamReported } news => new(news.At, $"The email to {Who(record)} {What(record.Kind)} was delivered and then reported as spam. The office is on it."),
        { } news => new(news.At, $"The email to {Who(record)} {What(record.Kind)} could not be delivered: {Why(news)}. The office is on it."),
        null => new(record.At, $"Told {Who(record)} by email {What(record.Kind)}."),
    };

    private static string Why(DeliveryProgress news) => news switch
    {
        { State: DeliveryState.Bounced, Reason: DeliveryReasons.Blocked } => "the mail server there does not take mail from us",
        { State: DeliveryState.Bounced } => "the mail server there refused it",
        { Reason: DeliveryReasons.AfterBounce } => "the address is suppressed, since an earlier email to it came back",
        { Reason: DeliveryReasons.AfterSpamReport } => "the address is suppressed, since an earlier email to it was reported as spam",
        { Reason: DeliveryReasons.Unsubscribed } => "the address is suppressed, since it was unsubscribed",
        { Reason: DeliveryReasons.NoAddress } => "the address does not exist",
        _ => "the mail service did not send it",
    };

    private string Who(MailRecord record) => record.To switch
    {
        Audience.LeadItl => lead,
        Audience.Specialist => specialist,
        Audience.Office => "Learning Technologies",
        Audience.Facilitator => "the facilitator",
        Audience.RegisteredPeople when record.Recipients > 0 => $"{DistrictText.People(record.Recipients)} registered",
        Audience.RegisteredPeople => "everybody registered",
    };

    private static string What(NoticeKind kind) => kind switch
    {
        NoticeKind.RequestReceived => "that we have the request",
        NoticeKind.PleaseReview => "that the request waits for a decision",
        NoticeKind.ReviewReminder => "that the request still waits for a decision",
        NoticeKind.RequestUndecided => "that the request is still undecided",
        NoticeKind.RequestApproved => "that the request is approved",
        NoticeKind.RequestRejected => "that the request is rejected",
        NoticeKind.RequestExpired => "that the request expired",
        NoticeKind.RequestWithdrawn => "that the request is withdrawn",
        NoticeKind.RegistrationsLow => "that too few people are registered so far",
        NoticeKind.SessionHeld => "that the session takes place whatever the number",
        NoticeKind.PleaseCount => "that the number of registrations is needed",
        NoticeKind.CountMissing => "that the number of registrations is missing",
        NoticeKind.SessionConfirmed => "that the session takes place",
        NoticeKind.SessionCancelled => "that the session is cancelled",
    };
}
