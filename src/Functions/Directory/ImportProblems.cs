namespace TechPlan.Functions.Directory;

/// <summary>Everything found wrong with one file.</summary>
internal sealed class ImportProblems
{
    /// <summary>Enough to mend a file by; a file of another kind would otherwise have one for every value.</summary>
    private const int Most = 200;

    private readonly List<ImportProblem> _all = [];

    internal IReadOnlyList<ImportProblem> All => _all;

    internal bool Any => _all.Count > 0;

    internal void Add(int line, string column, string detail)
    {
        if (_all.Count < Most)
        {
            _all.Add(new ImportProblem(line, column, detail));
        }
    }
}
