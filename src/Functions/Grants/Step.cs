using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Grants;

/// <summary>What became of one decision.</summary>
internal abstract record Step
{
    private Step()
    {
    }

    /// <summary>It stands in the table.</summary>
    internal sealed record Committed(Commit Commit) : Step;

    /// <summary>There was nothing to do.</summary>
    internal sealed record Nothing : Step;

    /// <summary>The rules say no.</summary>
    internal sealed record Refused(ImmutableArray<Refusal> Reasons) : Step;

    /// <summary>Somebody else committed first: read and decide again.</summary>
    internal sealed record Overtaken : Step;
}
