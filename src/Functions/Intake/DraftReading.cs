using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Intake;

/// <summary>What could be read of a request, and what could not.</summary>
/// <param name="Problems">Fields that were typed but cannot be read; they are empty in the draft.</param>
public sealed record DraftReading(MiniGrantDraft Draft, ImmutableArray<Refusal> Problems)
{
    /// <summary>
    /// Everything that is wrong with the draft, each field once: what could not be read is not reported as missing, too, and what
    /// is missing or misspelt is not held against a rule.
    /// </summary>
    internal ImmutableArray<Refusal> With(params ReadOnlySpan<ImmutableArray<Refusal>> found)
    {
        var all = Problems;
        foreach (var more in found)
        {
            all = [.. all, .. more.Where(refusal => !all.Any(said => IsWithin(refusal.Pointer, said.Pointer)))];
        }

        return all;
    }

    private static bool IsWithin(string pointer, string whole) =>
        pointer == whole || pointer.StartsWith(whole + "/", StringComparison.Ordinal);
}
