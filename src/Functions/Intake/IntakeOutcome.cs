using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Intake;

/// <summary>What became of something that came in.</summary>
public abstract record IntakeOutcome
{
    private IntakeOutcome()
    {
    }

    /// <summary>It is kept and will be filed.</summary>
    /// <param name="New">False when it had come in before.</param>
    public sealed record Taken(MiniGrantId Id, Person Submitter, bool New) : IntakeOutcome;

    /// <summary>It was not accepted: all the reasons at once.</summary>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : IntakeOutcome;
}

/// <summary>Something that came in through any door.</summary>
/// <param name="Source">The sender's own id of it, with the door: <c>webhook:msg_1</c>. The same source is the same request.</param>
/// <param name="Body">What came in, byte by byte.</param>
public sealed record Incoming(string Source, byte[] Body, DraftReading Reading)
{
    /// <summary>How fields were understood that did not say it exactly, a sentence each: the ITL and the specialist are shown them.</summary>
    public ImmutableArray<string> ReadAs { get; init; } = [];

    /// <summary>The immutable id, in our mailbox, of the mail it came with: the mini-grant's conversation goes on from there.</summary>
    public string? Conversation { get; init; }
}
