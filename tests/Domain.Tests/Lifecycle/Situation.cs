using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.Lifecycle;

/// <summary>A state at a moment that matters to it.</summary>
internal sealed record Situation(string Moment, MiniGrant State, DateTimeOffset Now)
{
    /// <summary>State by state, each from its first moment to its last.</summary>
    internal static readonly IReadOnlyList<Situation> All =
    [
        After("at any time", SubmittedAt),
        After("before anything is due", At(9, 15, 9), Submitted),
        After("two workdays on", At(9, 16, 10), Submitted),
        After("six workdays on", At(9, 22, 10), Submitted, new MiniGrantEvent.ReviewReminded(At(9, 18, 10), 2)),
        After("the check is due", CheckAt, Submitted),
        After("before anything is due", At(9, 16, 9), Submitted, Approved),
        After("two workdays before the check", EarlyAt, Submitted, Approved),
        After("four hours later, Enroll not answering", EarlyAt.AddHours(4), Submitted, Approved, new MiniGrantEvent.CountFailed(EarlyAt)),
        After("the check is due", CheckAt, [.. Counting]),
        After("four hours later, Enroll not answering", CheckAt.AddHours(4), [.. Counting, CountFailed]),
        After("the session has begun, the check still due", SessionAt, [.. Counting]),
        After("before the check", At(10, 12, 10), [.. Counting, Held]),
        After("the check is due", CheckAt, [.. Counting, Held]),
        After("four hours later, Enroll not answering", CheckAt.AddHours(4), [.. Counting, Held, CountFailed]),
        After("before the next try", At(10, 13, 21), [.. Asked]),
        After("four hours after the last try", CheckAt.AddHours(8), [.. Asked]),
        After("the session begins", SessionAt, [.. Asked, new MiniGrantEvent.CountFailed(At(10, 14, 12))]),
        After("the session has begun", SessionAt.AddHours(1), [.. Asked, CountOverdue]),
        After("before the session", CheckAt.AddHours(1), [.. Counting, Confirmed]),
        After("the session has begun", SessionAt, [.. Counting, Confirmed]),
        After("for good", At(9, 16, 9), Submitted, Rejected),
        After("for good", At(9, 16, 9), Submitted, Withdrawn),
        After("for good", CheckAt.AddHours(1), Submitted, Expired),
        After("for good", CheckAt.AddHours(1), [.. Counting, Cancelled]),
    ];

    /// <summary>What people, Enroll and time ask, in words.</summary>
    internal static readonly IReadOnlyList<(string Words, MiniGrantCommand Command)> Commands =
    [
        ("the request", Submit),
        ("approve", Approve),
        ("reject with a note", Reject),
        ("reject without a note", Reject with { Note = null }),
        ("withdraw with a reason", Withdraw),
        ("withdraw without a reason", Withdraw with { Reason = null }),
        ("hold anyway with a reason", HoldAnyway),
        ("hold anyway without a reason", HoldAnyway with { Reason = null }),
        ("Enroll says 15", Counted(15)),
        ("Enroll says 14", Counted(14)),
        ("Enroll does not answer", Unavailable),
        ("the specialist enters 15", Enter(15)),
        ("the specialist enters 14", Enter(14)),
        ("time passes", Time),
    ];

    internal DecisionResult Decide(MiniGrantCommand command) => MiniGrantWorkflow.Decide(State, command, Now, Rules);

    private static Situation After(string moment, DateTimeOffset now, params MiniGrantEvent[] history) =>
        new(moment, MiniGrantWorkflow.Replay(history), now);
}
