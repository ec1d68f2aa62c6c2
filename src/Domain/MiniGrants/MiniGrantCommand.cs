namespace TechPlan.Domain.MiniGrants;

/// <summary>What people and time ask of a mini-grant.</summary>
public abstract record MiniGrantCommand
{
    private MiniGrantCommand()
    {
    }

    /// <summary>Asks for a mini-grant (MG-01 to MG-08, MG-14).</summary>
    public sealed record Submit(MiniGrantId Id, MiniGrantRequest Request, SubmissionFacts Facts) : MiniGrantCommand;

    /// <summary>The specialist approves (MG-10).</summary>
    public sealed record Approve(Person By) : MiniGrantCommand;

    /// <summary>The specialist rejects with a note (MG-10).</summary>
    public sealed record Reject(Person By, string? Note) : MiniGrantCommand;

    /// <summary>The lead ITL takes the request back, until the session begins.</summary>
    public sealed record Withdraw(Person By, string? Reason) : MiniGrantCommand;

    /// <summary>The specialist lets the session take place whatever the count will be (MG-12 says "may").</summary>
    public sealed record HoldAnyway(Person By, string? Reason) : MiniGrantCommand;

    /// <summary>Enroll's own count.</summary>
    public sealed record EnrollmentCounted(int Registered) : MiniGrantCommand;

    /// <summary>Enroll could not be asked.</summary>
    public sealed record EnrollmentUnavailable : MiniGrantCommand;

    /// <summary>The number that a person read off Enroll, after it could not be had otherwise.</summary>
    public sealed record EnterCount(Person By, int Registered) : MiniGrantCommand;

    /// <summary>A deadline may have come.</summary>
    public sealed record TimePassed : MiniGrantCommand;
}
