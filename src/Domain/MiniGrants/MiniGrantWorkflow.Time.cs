using static TechPlan.Domain.MiniGrants.DecisionResult;
using static TechPlan.Domain.MiniGrants.MiniGrant;

namespace TechPlan.Domain.MiniGrants;

public static partial class MiniGrantWorkflow
{
    /// <summary>All that has come due is told at once: after a standstill, one reminder and not one for each that was missed.</summary>
    private static DecisionResult StillUndecided(UnderReview review, DateTimeOffset now, DistrictRules rules) =>
        CheckIsDue(review, now, rules)
            ? Of(new MiniGrantEvent.Expired(now))
            : new Accepted([.. RemindersDue(review, now, rules)]);

    private static IEnumerable<MiniGrantEvent> RemindersDue(UnderReview review, DateTimeOffset now, DistrictRules rules)
    {
        var nth = review.Reminders;
        while (ReminderAt(review, nth + 1, rules) <= now)
        {
            nth++;
        }

        if (nth > review.Reminders)
        {
            yield return new MiniGrantEvent.ReviewReminded(now, nth);
        }

        if (!review.OfficeAlerted && OfficeAlertAt(review, rules) <= now)
        {
            yield return new MiniGrantEvent.OfficeAlerted(now);
        }
    }

    private static DecisionResult Counted(Approved approved, int registered, DateTimeOffset now, DistrictRules rules) =>
        DueCount(approved, now, rules) switch
        {
            DeadlineKind.EarlyCount => Of(new MiniGrantEvent.EarlyCountTaken(now, registered, registered < rules.Policy.MinimumParticipants)),
            DeadlineKind.EnrollCheck => Of(CheckTaken(approved, registered, now, rules)),
            _ => Nothing,
        };

    private static DecisionResult CountMissed(Approved approved, DateTimeOffset now, DistrictRules rules) =>
        DueCount(approved, now, rules) switch
        {
            DeadlineKind.EarlyCount => Of(EarlyCountMissed(approved, now, rules)),
            DeadlineKind.EnrollCheck => Of(CheckMissed(approved, now, rules)),
            _ => Nothing,
        };

    /// <summary>What a count is for now. An early one that comes only when the check is due is the check itself.</summary>
    private static DeadlineKind? DueCount(Approved approved, DateTimeOffset now, DistrictRules rules) =>
        Due(approved, now, rules)?.Kind switch
        {
            DeadlineKind.EarlyCount when CheckIsDue(approved, now, rules) => DeadlineKind.EnrollCheck,
            var kind => kind,
        };

    /// <summary>Enroll's number decides, unless it comes so late that the session has begun: only a person may then say that it was cancelled.</summary>
    private static MiniGrantEvent CheckTaken(Approved approved, int registered, DateTimeOffset now, DistrictRules rules)
    {
        var outcome = Outcome(approved, registered, null, now, rules);
        return outcome is MiniGrantEvent.Cancelled && HasBegun(approved, now, rules) ? AskAPerson(approved, now) : outcome;
    }

    private static MiniGrantEvent AskAPerson(Approved approved, DateTimeOffset now) =>
        approved.Watch.RequestedAt is null ? new MiniGrantEvent.CountRequested(now) : new MiniGrantEvent.CountOverdue(now);

    private static MiniGrantEvent EarlyCountMissed(Approved approved, DateTimeOffset now, DistrictRules rules) =>
        approved.Watch.FailingSince + rules.Policy.CountRetryFor <= now
            ? new MiniGrantEvent.EarlyCountMissed(now)
            : new MiniGrantEvent.CountFailed(now);

    /// <summary>Nothing is cancelled because a system was down: after the tries a held session is confirmed, for another a person is asked.</summary>
    private static MiniGrantEvent CheckMissed(Approved approved, DateTimeOffset now, DistrictRules rules) =>
        (approved, approved.Watch.RequestedAt) switch
        {
            ({ Hold: not null }, not null) => new MiniGrantEvent.Confirmed(now, null, null),
            (_, not null) => new MiniGrantEvent.CountFailed(now),
            _ when !TriedLongEnough(approved, now, rules) => new MiniGrantEvent.CountFailed(now),
            ({ Hold: not null }, _) => new MiniGrantEvent.Confirmed(now, null, null),
            _ => new MiniGrantEvent.CountRequested(now),
        };

    private static bool TriedLongEnough(Approved approved, DateTimeOffset now, DistrictRules rules) =>
        approved.Watch.FailingSince is { } since
        && Later(EnrollCheckAt(approved.Submission.Request.Session, rules), since) + rules.Policy.CountRetryFor <= now;

    private static DecisionResult StillUncounted(Approved approved, DateTimeOffset now, DistrictRules rules) =>
        Due(approved, now, rules)?.Kind is DeadlineKind.CountOverdue ? Of(new MiniGrantEvent.CountOverdue(now)) : Nothing;

    private static MiniGrantEvent Outcome(Approved approved, int registered, Person? by, DateTimeOffset now, DistrictRules rules) =>
        registered >= rules.Policy.MinimumParticipants || approved.Hold is not null
            ? new MiniGrantEvent.Confirmed(now, registered, by)
            : new MiniGrantEvent.Cancelled(now, registered, by);

    private static bool CheckIsDue(Known known, DateTimeOffset now, DistrictRules rules) =>
        EnrollCheckAt(known.Submission.Request.Session, rules) <= now;

    private static bool HasBegun(Known known, DateTimeOffset now, DistrictRules rules) =>
        SessionStartAt(known.Submission.Request.Session, rules) <= now;
}
