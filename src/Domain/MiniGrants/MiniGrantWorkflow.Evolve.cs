using static TechPlan.Domain.MiniGrants.MiniGrant;

namespace TechPlan.Domain.MiniGrants;

public static partial class MiniGrantWorkflow
{
    /// <summary>What stands after an event. Replaying all of a mini-grant's events gives its state.</summary>
    /// <exception cref="InvalidOperationException">The event cannot follow: the history is not one that <see cref="Decide"/> made.</exception>
    public static MiniGrant Evolve(MiniGrant state, MiniGrantEvent happened) => (state, happened) switch
    {
        (NotSubmitted, MiniGrantEvent.Submitted e) => new UnderReview(e.Submission, 0, false),
        (UnderReview review, MiniGrantEvent.ReviewReminded e) => review with { Reminders = e.Nth },
        (UnderReview review, MiniGrantEvent.OfficeAlerted) => review with { OfficeAlerted = true },
        (UnderReview review, MiniGrantEvent.Approved e) => new Approved(review.Submission, new Decision(e.By, e.At), null, CountWatch.Fresh),
        (UnderReview review, MiniGrantEvent.Rejected e) => new Rejected(review.Submission, e.At, e.By, e.Note),
        (UnderReview review, MiniGrantEvent.Expired e) => new Expired(review.Submission, e.At),
        (Approved approved, MiniGrantEvent.HeldAnyway e) => approved with { Hold = new Hold(e.By, e.At, e.Reason) },
        (Approved approved, MiniGrantEvent.EarlyCountTaken or MiniGrantEvent.EarlyCountMissed) => approved with { Watch = CountWatch.Fresh with { EarlyCountDone = true } },
        (Approved approved, MiniGrantEvent.CountFailed e) => approved with { Watch = Failed(approved.Watch, e.At) },
        (Approved approved, MiniGrantEvent.CountRequested e) => approved with { Watch = Failed(approved.Watch, e.At) with { EarlyCountDone = true, RequestedAt = e.At } },
        (Approved approved, MiniGrantEvent.CountOverdue) => approved with { Watch = approved.Watch with { OverdueTold = true } },
        (Approved approved, MiniGrantEvent.Confirmed e) => new Confirmed(approved.Submission, approved.By, approved.Hold, new FinalCount(e.Registered, e.At, e.CountedBy)),
        (Approved approved, MiniGrantEvent.Cancelled e) => new Cancelled(approved.Submission, e.At, new FinalCount(e.Registered, e.At, e.CountedBy)),
        (Known and not Ended, MiniGrantEvent.Withdrawn e) => new Withdrawn(((Known)state).Submission, e.At, e.By, e.Reason, state is not UnderReview),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} cannot follow {state.GetType().Name}."),
    };

    /// <summary>The state that a history leads to.</summary>
    public static MiniGrant Replay(IEnumerable<MiniGrantEvent> history) =>
        history.Aggregate((MiniGrant)NotSubmitted.Instance, Evolve);

    private static CountWatch Failed(CountWatch watch, DateTimeOffset at) =>
        watch with { FailingSince = watch.FailingSince ?? at, LastFailure = at };
}
