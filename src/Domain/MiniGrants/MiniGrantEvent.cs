namespace TechPlan.Domain.MiniGrants;

/// <summary>What happened to a mini-grant, and when (UTC). Events are never changed or taken back.</summary>
public abstract record MiniGrantEvent
{
    private MiniGrantEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    public sealed record Submitted(DateTimeOffset At, Submission Submission) : MiniGrantEvent(At);

    /// <summary>The specialist was reminded for the <paramref name="Nth"/> time.</summary>
    public sealed record ReviewReminded(DateTimeOffset At, int Nth) : MiniGrantEvent(At);

    public sealed record OfficeAlerted(DateTimeOffset At) : MiniGrantEvent(At);

    public sealed record Approved(DateTimeOffset At, Person By) : MiniGrantEvent(At);

    public sealed record Rejected(DateTimeOffset At, Person By, string Note) : MiniGrantEvent(At);

    public sealed record Withdrawn(DateTimeOffset At, Person By, string Reason) : MiniGrantEvent(At);

    /// <summary>Nobody decided in time.</summary>
    public sealed record Expired(DateTimeOffset At) : MiniGrantEvent(At);

    /// <summary>The registrations two workdays before the check; <paramref name="Low"/> when under the minimum.</summary>
    public sealed record EarlyCountTaken(DateTimeOffset At, int Registered, bool Low) : MiniGrantEvent(At);

    /// <summary>The early count could not be had in time; the check itself still follows.</summary>
    public sealed record EarlyCountMissed(DateTimeOffset At) : MiniGrantEvent(At);

    public sealed record HeldAnyway(DateTimeOffset At, Person By, string Reason) : MiniGrantEvent(At);

    /// <summary>Enroll did not answer.</summary>
    public sealed record CountFailed(DateTimeOffset At) : MiniGrantEvent(At);

    /// <summary>The specialist was asked for the number.</summary>
    public sealed record CountRequested(DateTimeOffset At) : MiniGrantEvent(At);

    /// <summary>The session begins without a number; the office was told.</summary>
    public sealed record CountOverdue(DateTimeOffset At) : MiniGrantEvent(At);

    /// <summary>The session takes place.</summary>
    /// <param name="Registered">The count at the check, kept as evidence; null when the session was held and Enroll could not be asked.</param>
    /// <param name="CountedBy">Who gave the number; null when Enroll did.</param>
    public sealed record Confirmed(DateTimeOffset At, int? Registered, Person? CountedBy) : MiniGrantEvent(At);

    /// <summary>Too few were registered at the check.</summary>
    public sealed record Cancelled(DateTimeOffset At, int Registered, Person? CountedBy) : MiniGrantEvent(At);
}
