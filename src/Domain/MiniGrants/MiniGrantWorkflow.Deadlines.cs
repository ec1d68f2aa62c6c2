using static TechPlan.Domain.MiniGrants.MiniGrant;

namespace TechPlan.Domain.MiniGrants;

public static partial class MiniGrantWorkflow
{
    /// <summary>
    /// When the mini-grant wants to be woken next, or null when only people can move it on. It may lie in the past: then it is
    /// due at once.
    /// </summary>
    public static Deadline? NextDeadline(MiniGrant state, DistrictRules rules) => state switch
    {
        UnderReview review => ReviewDeadline(review, rules),
        Approved approved => CountDeadline(approved, rules),
        _ => null,
    };

    /// <summary>
    /// When the registrations are counted (MG-12): at the policy's time on the workday before the session; for SLC Level 1 a
    /// week before it, or on the workday before that.
    /// </summary>
    public static DateTimeOffset EnrollCheckAt(SessionPlan session, DistrictRules rules) =>
        rules.Calendar.InstantAt(EnrollCheckDate(session, rules), rules.Policy.CheckTime);

    /// <summary>When the session begins.</summary>
    public static DateTimeOffset SessionStartAt(SessionPlan session, DistrictRules rules) =>
        rules.Calendar.InstantAt(session.Date, session.Start);

    private static DateOnly EnrollCheckDate(SessionPlan session, DistrictRules rules) => session.Type switch
    {
        SessionType.SlcLevelOne => rules.Calendar.WorkdayOnOrBefore(session.Date.AddDays(-rules.Policy.SlcLevelOneDaysBefore)),
        SessionType.Standard => rules.Calendar.WorkdayBefore(session.Date),
    };

    private static Deadline ReviewDeadline(UnderReview review, DistrictRules rules)
    {
        var expiry = new Deadline(EnrollCheckAt(review.Submission.Request.Session, rules), DeadlineKind.Expiry);
        var reminder = new Deadline(ReminderAt(review, review.Reminders + 1, rules), DeadlineKind.ReviewReminder);
        var earliest = reminder.At < expiry.At ? reminder : expiry;
        if (review.OfficeAlerted)
        {
            return earliest;
        }

        var alert = new Deadline(WorkdaysAfterSubmission(review, rules.Policy.OfficeAlertWorkdays, rules), DeadlineKind.OfficeAlert);
        return alert.At < earliest.At ? alert : earliest;
    }

    private static DateTimeOffset ReminderAt(UnderReview review, int nth, DistrictRules rules) =>
        WorkdaysAfterSubmission(review, nth * rules.Policy.ReviewReminderWorkdays, rules);

    /// <summary>At the time of day at which it was submitted, but within the office's hours.</summary>
    private static DateTimeOffset WorkdaysAfterSubmission(UnderReview review, int workdays, DistrictRules rules)
    {
        var calendar = rules.Calendar;
        var submittedAt = review.Submission.SubmittedAt;
        var time = calendar.TimeAt(submittedAt);
        var inHours = time < rules.Policy.OfficeOpens ? rules.Policy.OfficeOpens : time > rules.Policy.OfficeCloses ? rules.Policy.OfficeCloses : time;
        return calendar.InstantAt(calendar.AddWorkdays(calendar.DateAt(submittedAt), workdays), inHours);
    }

    private static Deadline? CountDeadline(Approved approved, DistrictRules rules)
    {
        var check = EnrollCheckAt(approved.Submission.Request.Session, rules);
        var early = EarlyCountAt(approved, rules);
        return early is { } at && at < check ? new Deadline(at, DeadlineKind.EarlyCount) : CheckDeadline(approved, check, rules);
    }

    private static DateTimeOffset? EarlyCountAt(Approved approved, DistrictRules rules)
    {
        if (approved.Watch.EarlyCountDone)
        {
            return null;
        }

        var checkDate = EnrollCheckDate(approved.Submission.Request.Session, rules);
        return approved.Watch.LastFailure + rules.Policy.CountRetryEvery
            ?? rules.Calendar.InstantAt(rules.Calendar.AddWorkdays(checkDate, -rules.Policy.EarlyWarningWorkdays), rules.Policy.CheckTime);
    }

    private static Deadline? CheckDeadline(Approved approved, DateTimeOffset check, DistrictRules rules)
    {
        var watch = approved.Watch;
        if (watch.RequestedAt is null)
        {
            return new Deadline(Later(check, watch.LastFailure + rules.Policy.CountRetryEvery), DeadlineKind.EnrollCheck);
        }

        if (approved.Hold is { } hold)
        {
            return new Deadline(hold.At, DeadlineKind.EnrollCheck);
        }

        return watch.OverdueTold ? null : AskedDeadline(approved, rules);
    }

    /// <summary>The specialist was asked for the number: Enroll is still tried now and then, until the session begins.</summary>
    private static Deadline AskedDeadline(Approved approved, DistrictRules rules)
    {
        var start = SessionStartAt(approved.Submission.Request.Session, rules);
        var retry = (approved.Watch.LastFailure ?? approved.Watch.RequestedAt)!.Value + rules.Policy.CountRetryFor;
        return retry < start ? new Deadline(retry, DeadlineKind.EnrollCheck) : new Deadline(start, DeadlineKind.CountOverdue);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    /// <summary>The deadline when it has come, otherwise null.</summary>
    private static Deadline? Due(MiniGrant state, DateTimeOffset now, DistrictRules rules) =>
        NextDeadline(state, rules) is { } next && next.At <= now ? next : null;
}
