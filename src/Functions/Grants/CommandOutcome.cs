using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Grants;

/// <summary>What became of a person's command.</summary>
public abstract record CommandOutcome
{
    private CommandOutcome()
    {
    }

    /// <summary>It stands as asked.</summary>
    /// <param name="Changed">False when it had been done before.</param>
    public sealed record Done(MiniGrant.Known State, bool Changed) : CommandOutcome;

    /// <summary>It was not done, and why.</summary>
    public sealed record Refused(ImmutableArray<Refusal> Reasons, MiniGrant.Known State) : CommandOutcome;

    /// <summary>There is no such mini-grant.</summary>
    public sealed record NotFound : CommandOutcome;
}
