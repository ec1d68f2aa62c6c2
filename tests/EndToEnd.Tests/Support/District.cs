using System.Globalization;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>The sample district, read from the same files that the app loads.</summary>
internal static class District
{
    private static readonly Lazy<Dictionary<string, string[]>> Schools = new(() => Read("schools.csv"));
    private static readonly Lazy<Dictionary<string, string[]>> Clusters = new(() => Read("clusters.csv"));

    private static readonly Lazy<Dictionary<string, string[]>> ClosedDays = new(() => Read("closed-days.csv"));

    public static bool IsOpen(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !ClosedDays.Value.ContainsKey(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The schools that may ask for a mini-grant.</summary>
    public static IEnumerable<string> InProgram => Schools.Value.Values.Where(columns => columns[6] == "yes").Select(columns => columns[0]);

    public static (string Name, string Email) ItlOf(string school) => (Schools.Value[school][2], Schools.Value[school][3]);

    public static (string Name, string Email) SpecialistOf(string school)
    {
        var cluster = Clusters.Value[Schools.Value[school][1]];
        return (cluster[1], cluster[2]);
    }

    private static Dictionary<string, string[]> Read(string file) =>
        File.ReadLines(Path.Combine(Repository.Root, "samples", "district", file))
            .Skip(1)
            .Select(line => line.Split(','))
            .ToDictionary(columns => columns[0]);
}
