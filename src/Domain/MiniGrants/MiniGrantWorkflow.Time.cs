using static TechPlan.Domain.MiniGrants.DecisionResult;
using static TechPlan.Domain.MiniGrants.MiniGrant;

namespace TechPlan.Domain.MiniGrants;

public static partial class MiniGrantWorkflow
{
    private static DecisionResult StillUndecided(UnderReview review, DateTimeOffset now, DistrictRules rules) =>
        Due(review, now, rules)?.Kind switch
        {
            DeadlineKind.Expiry => Of(new MiniGrantEvent.Expired(now)),
            DeadlineKind.OfficeAlert => Of(new MiniGrantEvent.OfficeAlerted(now)),
            DeadlineKind.ReviewReminder => Of(new MiniGrantEvent.ReviewReminded(now, LatestReminderDue(review, now, rules))),
            _ => Nothing,
        };

    /// <summary>After a long standstill one reminder is sent, not one for each that was missed.</summary>
    private static int LatestReminderDue(UnderReview review, DateTimeOffset now, DistrictRules rules)
    {
        var nth = review.Reminders + 1;
        while (ReminderAt(review, nth + 1, rules) <= now)
        {
            nth++;
        }

        return nth;
    }

    private static DecisionResult Counted(Approved approved, int registered, DateTimeOffset now, DistrictRules rules) =>
        Due(approved, now, rules)?.Kind switch
        {
            DeadlineKind.EarlyCount => Of(new MiniGrantEvent.EarlyCountTaken(now, registered, registered < rules.Policy.MinimumParticipants)),
            DeadlineKind.EnrollCheck => Of(Outcome(approved, registered, null, now, rules)),
            _ => Nothing,
        };

    private static DecisionResult CountMissed(Approved approved, DateTimeOffset now, DistrictRules rules) =>
        Due(approved, now, rules)?.Kind switch
        {
            DeadlineKind.EarlyCount => Of(EarlyCountMissed(approved, now, rules)),
            DeadlineKind.EnrollCheck => Of(CheckMissed(approved, now, rules)),
            _ => Nothing,
        };

    private static MiniGrantEvent EarlyCountMissed(Approved approved, DateTimeOffset now, DistrictRules rules) =>
        approved.Watch.FailingSince + rules.Policy.CountRetryFor <= now
            ? new MiniGrantEvent.EarlyCountMissed(now)
            : new MiniGrantEvent.CountFailed(now);

    /// <summary>Nothing is cancelled because a system was down: after the tries a person is asked.</summary>
    private static MiniGrantEvent CheckMissed(Approved approved, DateTimeOffset now, DistrictRules rules)
    {
        var check = EnrollCheckAt(approved.Submission.Request.Session, rules);
        var triedLongEnough = Later(check, approved.Watch.FailingSince) + rules.Policy.CountRetryFor <= now && approved.Watch.FailingSince is not null;
        return (triedLongEnough, approved) switch
        {
            (true, { Hold: not null }) => new MiniGrantEvent.Confirmed(now, null, null),
            (true, { Watch.RequestedAt: null }) => new MiniGrantEvent.CountRequested(now),
            _ => new MiniGrantEvent.CountFailed(now),
        };
    }

    private static DecisionResult StillUncounted(Approved approved, DateTimeOffset now, DistrictRules rules) =>
        Due(approved, now, rules)?.Kind is DeadlineKind.CountOverdue ? Of(new MiniGrantEvent.CountOverdue(now)) : Nothing;

    private static MiniGrantEvent Outcome(Approved approved, int registered, Person? by, DateTimeOffset now, DistrictRules rules) =>
        registered >= rules.Policy.MinimumParticipants || approved.Hold is not null
            ? new MiniGrantEvent.Confirmed(now, registered, by)
            : new MiniGrantEvent.Cancelled(now, registered, by);
}
