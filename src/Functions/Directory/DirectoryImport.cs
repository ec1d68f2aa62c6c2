using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Directory;

/// <summary>Takes the district's files over: each as a whole, or not at all.</summary>
public sealed class DirectoryImport(DirectoryTable table, DirectoryCache cache)
{
    internal async Task<ImportOutcome> SchoolsAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var problems = new ImportProblems();
        var clusters = await table.ClustersAsync(cancellation);
        var imported = ListReaders.Schools(content.Span, clusters, problems);
        return await ReplaceAsync(
            await table.SchoolsAsync(cancellation), imported, school => school.Name, () => table.ReplaceAsync(imported, cancellation), problems);
    }

    internal async Task<ImportOutcome> ClustersAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var problems = new ImportProblems();
        var schools = await table.SchoolsAsync(cancellation);
        var imported = ListReaders.Clusters(content.Span, schools, problems);
        return await ReplaceAsync(
            await table.ClustersAsync(cancellation), imported, cluster => cluster.Name, () => table.ReplaceAsync(imported, cancellation), problems);
    }

    internal async Task<ImportOutcome> ClosedDaysAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        var problems = new ImportProblems();
        var imported = ListReaders.ClosedDays(content.Span, problems);
        return await ReplaceAsync(
            await table.ClosedDaysAsync(cancellation), imported, day => day.Date, () => table.ReplaceAsync(imported, cancellation), problems);
    }

    private async Task<ImportOutcome> ReplaceAsync<T, TKey>(
        IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> keyOf, Func<Task> replace, ImportProblems problems)
        where TKey : notnull
    {
        if (problems.Any)
        {
            return new ImportOutcome.Refused([.. problems.All.OrderBy(problem => problem.Line)]);
        }

        await replace();
        cache.Forget();
        var known = before.ToDictionary(keyOf);
        var added = after.Count(item => !known.ContainsKey(keyOf(item)));
        var changed = after.Count(item => known.TryGetValue(keyOf(item), out var old) && !EqualityComparer<T>.Default.Equals(old, item));
        return new ImportOutcome.Imported(after.Count, added, changed, before.Count - (after.Count - added));
    }
}
