using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Intake;

/// <summary>What was found wrong while a request was read.</summary>
internal sealed class ReadingProblems
{
    /// <summary>Whoever sends more than this has sent something else than the form.</summary>
    private const int Most = 100;

    private readonly ImmutableArray<Refusal>.Builder _all = ImmutableArray.CreateBuilder<Refusal>();

    internal ImmutableArray<Refusal> All => _all.ToImmutable();

    internal static Refusal Of(string pointer, string code, string detail) => new("MG-05", code, pointer, detail);

    /// <summary>Notes a problem and gives the empty value that the draft then has.</summary>
    internal T? Add<T>(string pointer, string code, string detail)
    {
        if (_all.Count < Most)
        {
            _all.Add(Of(pointer, code, detail));
        }

        return default;
    }
}
