using System.Collections.Immutable;

namespace TechPlan.Domain.MiniGrants;

/// <summary>Whether a draft holds everything that the form asks for.</summary>
public abstract record CompletenessResult
{
    private CompletenessResult()
    {
    }

    /// <summary>It does, and this is the request: text trimmed, in one Unicode form and within its limits.</summary>
    public sealed record Complete(MiniGrantRequest Request) : CompletenessResult;

    /// <summary>It does not; at least one reason, in the order of the form.</summary>
    public sealed record Incomplete(ImmutableArray<Refusal> Reasons) : CompletenessResult;
}
