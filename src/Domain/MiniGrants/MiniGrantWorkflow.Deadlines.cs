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
        rules.Calendar.InstantAt(EnrollCheckDate(session.Date, session.Type, rules), rules.Policy.CheckTime);

    /// <summary>When the session begins.</summary>
    public static DateTimeOffset SessionStartAt(SessionPlan session, DistrictRules rules) =>
        rules.Calendar.InstantAt(session.Date, session.Start);

    /// <summary>
    /// The first date that a request made now can name: far enough ahead (MG-02), and with its check still to come, which a
    /// long closure before the session can prevent (MG-12).
    /// </summary>
    public static DateOnly EarliestSessionDate(SessionType type, DateTimeOffset now, DistrictRules rules)
    {
        var date = LeadTimeEnds(now, rules);
        while (rules.Calendar.InstantAt(EnrollCheckDate(date, type, rules), rules.Policy.CheckTime) <= now)
        {
            date = date.AddDays(1);
        }

        return date;
    }

    /// <summary>The first date that is far enough ahead of a request made now (MG-02).</summary>
    internal static DateOnly LeadTimeEnds(DateTimeOffset now, DistrictRules rules) =>
        rules.Calendar.DateAt(now).AddDays(rules.Policy.LeadTimeDays);

    private static DateOnly EnrollCheckDate(DateOnly session, SessionType type, DistrictRules rules) => type switch
    {
        SessionType.SlcLevelOne => rules.Calendar.WorkdayOnOrBefore(session.AddDays(-rules.Policy.SlcLevelOneDaysBefore)),
        SessionType.Standard => rules.Calendar.WorkdayBefore(session),
    };

    private static Deadline ReviewDeadline(UnderReview review, DistrictRules rules)
    {
        var expiry = new Deadline(EnrollCheckAt(review.Submission.Request.Session, rules), DeadlineKind.Expiry);
        var reminder = new Deadline(ReminderAt(review, review.Reminders + 1, rules), DeadlineKind.ReviewReminder);
        var next = Earlier(expiry, reminder);
        return review.OfficeAlerted ? next : Earlier(next, new Deadline(OfficeAlertAt(review, rules), DeadlineKind.OfficeAlert));
    }

    private static DateTimeOffset OfficeAlertAt(UnderReview review, DistrictRules rules) =>
        WorkdaysAfterSubmission(review, rules.Policy.OfficeAlertWorkdays, rules);

    private static DateTimeOffset ReminderAt(UnderReview review, int nth, DistrictRules rules) =>
        WorkdaysAfterSubmission(review, nth * rules.Policy.ReviewReminderWorkdays, rules);

    /// <summary>At the time of day at which it was submitted, but within the office's hours.</summary>
    private static DateTimeOffset WorkdaysAfterSubmission(UnderReview review, int workdays, DistrictRules rules)
    {
        var calendar = rules.Calendar;
        var submittedAt = review.Submission.SubmittedAt;
        var time = calendar.TimeAt(submittedAt);
        return calendar.InstantAt(calendar.AddWorkdays(calendar.DateAt(submittedAt), workdays), rules.Policy.WithinOfficeHours(time));
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

        var session = approved.Submission.Request.Session;
        var checkDate = EnrollCheckDate(session.Date, session.Type, rules);
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

    private static Deadline Earlier(Deadline one, Deadline other) => other.At < one.At ? other : one;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;

    /// <summary>The deadline when it has come, otherwise null.</summary>
    private static Deadline? Due(MiniGrant state, DateTimeOffset now, DistrictRules rules) =>
        NextDeadline(state, rules) is { } next && next.At <= now ? next : null;
}
