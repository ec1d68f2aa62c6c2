namespace TechPlan.Domain.MiniGrants;

/// <summary>When a mini-grant wants to be woken (UTC), and what for.</summary>
public sealed record Deadline(DateTimeOffset At, DeadlineKind Kind)
{
    /// <summary>Whether Enroll must be asked for its count when this deadline has come.</summary>
    public bool NeedsCount => Kind is DeadlineKind.EarlyCount or DeadlineKind.EnrollCheck;
}

/// <summary>What a mini-grant can wait for.</summary>
public enum DeadlineKind
{
    /// <summary>Remind the specialist.</summary>
    ReviewReminder,

    /// <summary>Tell the office that nobody decides.</summary>
    OfficeAlert,

    /// <summary>The Enroll check is due and nobody has decided.</summary>
    Expiry,

    /// <summary>Look at the registrations early, so that something can still be done.</summary>
    EarlyCount,

    /// <summary>Count the registrations and decide (MG-12).</summary>
    EnrollCheck,

    /// <summary>The session begins and nobody has given the number.</summary>
    CountOverdue,
}
