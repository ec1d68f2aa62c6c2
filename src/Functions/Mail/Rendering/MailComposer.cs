using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail.Rendering.Letters;

namespace TechPlan.Functions.Mail.Rendering;

/// <summary>Which letter belongs to which notice. A letter whose news is no longer true says what stands instead.</summary>
internal static class MailComposer
{
    public static MailContent Compose(MailContext context) =>
        OvertakenLetter.Fits(context) ? OvertakenLetter.Of(context) : InTime(context);

    private static MailContent InTime(MailContext context) => context.Notice.Kind switch
    {
        NoticeKind.RequestReceived => ReviewLetters.Received(context),
        NoticeKind.PleaseReview => ReviewLetters.PleaseReview(context),
        NoticeKind.ReviewReminder => ReviewLetters.Reminder(context),
        NoticeKind.RequestUndecided => ReviewLetters.Undecided(context),
        NoticeKind.RequestApproved => DecisionLetters.Approved(context),
        NoticeKind.RequestRejected => DecisionLetters.Rejected(context),
        NoticeKind.RequestExpired => DecisionLetters.Expired(context),
        NoticeKind.RequestWithdrawn => DecisionLetters.Withdrawn(context),
        NoticeKind.RegistrationsLow => RegistrationLetters.Low(context),
        NoticeKind.SessionHeld => RegistrationLetters.Held(context),
        NoticeKind.PleaseCount => RegistrationLetters.PleaseCount(context),
        NoticeKind.CountMissing => RegistrationLetters.CountMissing(context),
        NoticeKind.SessionConfirmed => OutcomeLetters.Confirmed(context),
        NoticeKind.SessionCancelled => OutcomeLetters.Cancelled(context),
    };
}
