namespace TechPlan.Functions.Directory;

/// <summary>What became of a file: it replaced the list, or nothing was changed.</summary>
internal abstract record ImportOutcome
{
    private ImportOutcome()
    {
    }

    internal sealed record Imported(int Lines, int Added, int Changed, int Removed) : ImportOutcome;

    internal sealed record Refused(IReadOnlyList<ImportProblem> Problems) : ImportOutcome;
}
