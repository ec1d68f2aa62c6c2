using TechPlan.Domain.Directory;

namespace TechPlan.Functions.Directory;

/// <summary>The three files that the district exports, column by column.</summary>
internal static class ListReaders
{
    private static readonly string[] SchoolColumns = ["school", "cluster", "itl_name", "itl_email", "leader_name", "leader_email", "in_program", "sector"];
    private static readonly string[] ClusterColumns = ["cluster", "specialist_name", "specialist_email"];
    private static readonly string[] ClosedDayColumns = ["date", "name"];

    /// <param name="clusters">Those that a school may belong to.</param>
    internal static IReadOnlyList<School> Schools(ReadOnlySpan<byte> content, IReadOnlyCollection<Cluster> clusters, ImportProblems problems)
    {
        var known = clusters.ToDictionary(cluster => cluster.Name, cluster => cluster.Name, StringComparer.OrdinalIgnoreCase);
        return Read(CsvFile.Read(content, SchoolColumns, problems), "school", problems, line =>
        {
            var (name, cluster) = (line.Text("school"), line.Text("cluster"));
            var (itl, leader) = (line.Person("itl_name", "itl_email"), line.Person("leader_name", "leader_email"));
            var (inProgram, sector) = (line.YesOrNo("in_program"), line.Text("sector"));
            if (cluster.Length > 0 && !known.ContainsKey(cluster))
            {
                line.Refuse("cluster", $"There is no cluster “{cluster}”. Import the clusters first, or correct the name.", cluster);
            }

            return itl is null || leader is null ? null : new School(name, known.GetValueOrDefault(cluster, cluster), itl, leader, inProgram, sector);
        });
    }

    /// <param name="schools">Those that now belong to clusters; a cluster still in use cannot go.</param>
    internal static IReadOnlyList<Cluster> Clusters(ReadOnlySpan<byte> content, IReadOnlyCollection<School> schools, ImportProblems problems)
    {
        var clusters = Read(CsvFile.Read(content, ClusterColumns, problems), "cluster", problems, line =>
        {
            var name = line.Text("cluster");
            return line.Person("specialist_name", "specialist_email") is { } specialist ? new Cluster(name, specialist) : null;
        });
        var kept = clusters.Select(cluster => cluster.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var lost in schools.Where(school => !kept.Contains(school.Cluster)).GroupBy(school => school.Cluster, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(1, "cluster", $"The file lacks the cluster “{lost.Key}”, to which {lost.Count()} schools belong. Import the schools with another cluster first, or keep this one.");
        }

        return clusters;
    }

    internal static IReadOnlyList<ClosedDay> ClosedDays(ReadOnlySpan<byte> content, ImportProblems problems) =>
        Read(CsvFile.Read(content, ClosedDayColumns, problems), "date", problems, line => new ClosedDay(line.Date("date"), line.Text("name")));

    private static List<T> Read<T>(IReadOnlyList<CsvLine> lines, string keyColumn, ImportProblems problems, Func<CsvLine, T?> read)
        where T : class
    {
        var seen = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var items = new List<T>();
        foreach (var line in lines)
        {
            if (read(line) is not { } item)
            {
                continue;
            }

            var key = line.Raw(keyColumn);
            if (key.Length > 0 && !seen.TryAdd(key, line.Number))
            {
                problems.Add(line.Number, keyColumn, $"“{key}” is on line {seen[key]} already.");
            }

            items.Add(item);
        }

        return items;
    }
}
