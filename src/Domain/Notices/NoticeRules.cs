using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Notices.Audience;
using static TechPlan.Domain.Notices.NoticeKind;

namespace TechPlan.Domain.Notices;

/// <summary>Who is told what, and whether it is still worth telling.</summary>
public static class NoticeRules
{
    /// <summary>The notices that an event leads to.</summary>
    /// <param name="before">The state that the event was decided in.</param>
    public static IReadOnlyList<Notice> For(MiniGrant before, MiniGrantEvent happened) => happened switch
    {
        MiniGrantEvent.Submitted => [new(RequestReceived, LeadItl), new(PleaseReview, Specialist)],
        MiniGrantEvent.ReviewReminded => [new(ReviewReminder, Specialist)],
        MiniGrantEvent.OfficeAlerted => [new(RequestUndecided, Office)],
        MiniGrantEvent.Approved => [new(RequestApproved, LeadItl)],
        MiniGrantEvent.Rejected => [new(RequestRejected, LeadItl)],
        MiniGrantEvent.Expired => [new(RequestExpired, LeadItl), new(RequestExpired, Specialist)],
        MiniGrantEvent.Withdrawn => Withdrawn(before),
        MiniGrantEvent.EarlyCountTaken { Low: true } when before is MiniGrant.Approved { Hold: null } => [new(RegistrationsLow, LeadItl), new(RegistrationsLow, Specialist)],
        MiniGrantEvent.HeldAnyway => [new(SessionHeld, LeadItl)],
        MiniGrantEvent.CountRequested => [new(PleaseCount, Specialist)],
        MiniGrantEvent.CountOverdue => [new(CountMissing, Office)],
        MiniGrantEvent.Confirmed => Everybody(SessionConfirmed),
        MiniGrantEvent.Cancelled => Everybody(SessionCancelled),
        MiniGrantEvent.EarlyCountTaken or MiniGrantEvent.EarlyCountMissed or MiniGrantEvent.CountFailed => [],
        _ => throw new InvalidOperationException($"No rule for {happened.GetType().Name}."),
    };

    /// <summary>
    /// Whether a notice is still true when it is about to go out. What asks somebody to act is dropped once the state has moved
    /// on; what tells an outcome is always sent.
    /// </summary>
    public static bool StillTrue(NoticeKind kind, MiniGrant state) => kind switch
    {
        PleaseReview or ReviewReminder or RequestUndecided => state is MiniGrant.UnderReview,
        RegistrationsLow => state is MiniGrant.Approved { Hold: null },
        PleaseCount or CountMissing => state is MiniGrant.Approved,
        _ => true,
    };

    private static Notice[] Withdrawn(MiniGrant before) =>
        before is MiniGrant.UnderReview ? [new(RequestWithdrawn, LeadItl), new(RequestWithdrawn, Specialist)] : Everybody(RequestWithdrawn);

    private static Notice[] Everybody(NoticeKind kind) =>
        [new(kind, LeadItl), new(kind, Specialist), new(kind, Facilitator), new(kind, RegisteredPeople)];
}
