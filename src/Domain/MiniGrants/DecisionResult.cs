using System.Collections.Immutable;

namespace TechPlan.Domain.MiniGrants;

/// <summary>What a command leads to.</summary>
public abstract record DecisionResult
{
    private DecisionResult()
    {
    }

    /// <summary>It was done. No events: it had been done before, or nothing was due.</summary>
    public sealed record Accepted(ImmutableArray<MiniGrantEvent> Events) : DecisionResult;

    /// <summary>It was not done, and why; at least one reason.</summary>
    public sealed record Refused(ImmutableArray<Refusal> Reasons) : DecisionResult;

    /// <summary>Nothing to do.</summary>
    public static readonly Accepted Nothing = new([]);

    public static Accepted Of(MiniGrantEvent happened) => new([happened]);

    public static Refused No(string rule, string code, string pointer, string detail) => new([new Refusal(rule, code, pointer, detail)]);
}
