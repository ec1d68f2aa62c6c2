namespace TechPlan.Domain.MiniGrants;

/// <summary>Where a mini-grant stands. Each state carries what it needs and nothing else.</summary>
public abstract record MiniGrant
{
    private MiniGrant()
    {
    }

    /// <summary>Nothing has been submitted yet.</summary>
    public sealed record NotSubmitted : MiniGrant
    {
        public static readonly NotSubmitted Instance = new();
    }

    /// <summary>Everything that was submitted has this.</summary>
    public abstract record Known(Submission Submission) : MiniGrant;

    /// <summary>Waits for the specialist.</summary>
    public sealed record UnderReview(Submission Submission, int Reminders, bool OfficeAlerted) : Known(Submission);

    /// <summary>Posted on Enroll; registration is open and the check is ahead (MG-11, MG-12).</summary>
    public sealed record Approved(Submission Submission, Decision By, Hold? Hold, CountWatch Watch) : Known(Submission);

    /// <summary>The session takes place. It can still be withdrawn until it begins.</summary>
    public sealed record Confirmed(Submission Submission, Decision By, Hold? Hold, FinalCount Count) : Known(Submission);

    /// <summary>An end: nothing leads out of it.</summary>
    public abstract record Ended(Submission Submission, DateTimeOffset At) : Known(Submission);

    public sealed record Rejected(Submission Submission, DateTimeOffset At, Person By, string Note) : Ended(Submission, At);

    /// <param name="WasPosted">Whether people could have registered.</param>
    public sealed record Withdrawn(Submission Submission, DateTimeOffset At, Person By, string Reason, bool WasPosted) : Ended(Submission, At);

    public sealed record Expired(Submission Submission, DateTimeOffset At) : Ended(Submission, At);

    public sealed record Cancelled(Submission Submission, DateTimeOffset At, FinalCount Count) : Ended(Submission, At);
}

/// <summary>Who approved, and when.</summary>
public sealed record Decision(Person By, DateTimeOffset At);

/// <summary>Who lets the session take place whatever the count, when, and why.</summary>
public sealed record Hold(Person By, DateTimeOffset At, string Reason);

/// <summary>The count that decided, when it was taken, and by whom (null: Enroll itself).</summary>
/// <param name="Registered">Null when a held session was confirmed while Enroll could not be asked.</param>
public sealed record FinalCount(int? Registered, DateTimeOffset At, Person? By);

/// <summary>How far the counting of registrations has come.</summary>
/// <param name="EarlyCountDone">The early count was taken or given up.</param>
/// <param name="FailingSince">When Enroll first failed to answer for the count now due; null when it answers.</param>
/// <param name="LastFailure">When it last failed.</param>
/// <param name="RequestedAt">When the specialist was asked for the number.</param>
/// <param name="OverdueTold">The office knows that the number is missing.</param>
public sealed record CountWatch(bool EarlyCountDone, DateTimeOffset? FailingSince, DateTimeOffset? LastFailure, DateTimeOffset? RequestedAt, bool OverdueTold)
{
    public static readonly CountWatch Fresh = new(false, null, null, null, false);
}
