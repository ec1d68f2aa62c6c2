using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Intake;

/// <summary>What could be read of a request, and what could not.</summary>
/// <param name="Problems">Fields that were typed but cannot be read; they are empty in the draft.</param>
public sealed record DraftReading(MiniGrantDraft Draft, ImmutableArray<Refusal> Problems)
{
    /// <summary>
    /// Everything that is wrong with the draft, each field once: what could not be read is not reported as missing, too.
    /// </summary>
    internal ImmutableArray<Refusal> With(ImmutableArray<Refusal> incomplete) =>
        [.. Problems, .. incomplete.Where(missing => !Problems.Any(problem => IsWithin(missing.Pointer, problem.Pointer)))];

    private static bool IsWithin(string pointer, string whole) =>
        pointer == whole || pointer.StartsWith(whole + "/", StringComparison.Ordinal);
}
