using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail;
using TechPlan.Functions.Mail.Delivery;

namespace TechPlan.Functions.Web.Timeline;

/// <summary>Who was told of what by email, in plain words.</summary>
/// <param name="lead">The lead ITL's name.</param>
/// <param name="specialist">The specialist's name, or what stands for it.</param>
public sealed class MailSentences(string lead, string specialist)
{
    /// <summary>The line of a record; null when nobody was told, since it was no longer true or there was nobody.</summary>
    public TimelineEntry? Of(MailRecord record) => record.State switch
    {
        MailState.Sent => new(record.At, $"Told {Who(record)} by email {What(record.Kind)}."),
        MailState.Failed => new(record.At, $"The email to {Who(record)} {What(record.Kind)} could not be delivered. The office is on it."),
        MailState.Waiting or MailState.Sending => new(record.At, $"An email to {Who(record)} {What(record.Kind)} is on its way."),
        MailState.Dropped => null,
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
