using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Tests.Lifecycle;

/// <summary>States and events as docs/lifecycle.md names them.</summary>
internal static class LifecycleWords
{
    internal static string NameOf(MiniGrant state) => state switch
    {
        MiniGrant.NotSubmitted => "Not submitted",
        MiniGrant.UnderReview => "Under review",
        MiniGrant.Approved { Hold: not null } => "Approved and held",
        MiniGrant.Approved { Watch.OverdueTold: true } => "Number missing",
        MiniGrant.Approved { Watch.RequestedAt: not null } => "Number asked for",
        var other => other.GetType().Name,
    };

    /// <summary>What happened, and the rules that it follows.</summary>
    internal static (string Words, string Rules) Of(MiniGrantEvent happened) => happened switch
    {
        MiniGrantEvent.Submitted => ("received", "MG-01, MG-02"),
        MiniGrantEvent.ReviewReminded => ("specialist reminded", "MG-10"),
        MiniGrantEvent.OfficeAlerted => ("office told", "MG-10"),
        MiniGrantEvent.Approved => ("approved and posted", "MG-10, MG-11"),
        MiniGrantEvent.Rejected => ("rejected", "MG-10"),
        MiniGrantEvent.Withdrawn => ("withdrawn", "MG-13"),
        MiniGrantEvent.Expired => ("nobody decided", "MG-10, MG-12"),
        MiniGrantEvent.EarlyCountTaken { Low: true } => ("low registrations told", "MG-12"),
        MiniGrantEvent.EarlyCountTaken => ("registrations looked at", "MG-12"),
        MiniGrantEvent.EarlyCountMissed => ("early count given up", "MG-12"),
        MiniGrantEvent.HeldAnyway => ("held anyway", "MG-12"),
        MiniGrantEvent.CountFailed => ("count failed", "MG-12"),
        MiniGrantEvent.CountRequested => ("specialist asked", "MG-12"),
        MiniGrantEvent.CountOverdue => ("office told that the number is missing", "MG-12"),
        MiniGrantEvent.Confirmed => ("confirmed", "MG-12"),
        MiniGrantEvent.Cancelled => ("too few", "MG-12"),
        _ => throw new InvalidOperationException($"No words for {happened.GetType().Name}."),
    };
}
