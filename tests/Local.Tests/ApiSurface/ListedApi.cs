using System.Text.RegularExpressions;

namespace TechPlan.Local.Tests.ApiSurface;

/// <summary>
/// The real packages' public members, from the lists beside the tests, brought to the form in which <see cref="ReflectedApi"/> writes
/// ours: without constraints, attributes, base types and the nullability of references, and with any default value as "*".
/// </summary>
internal static partial class ListedApi
{
    private static readonly string[] BuiltInValueTypes =
    [
        "bool", "byte", "char", "int", "long", "double", "float", "decimal", "DateTime", "DateTimeOffset", "TimeSpan", "Guid", "Azure.ETag",
        "CancellationToken", "System.Net.HttpStatusCode",
    ];

    public static IReadOnlySet<string> Read()
    {
        var lines = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "api-surface"), "*.txt")
            .SelectMany(File.ReadLines)
            .Where(x => !x.StartsWith('#'))
            .ToList();
        var valueTypes = lines
            .Select(x => ValueType().Match(x))
            .Where(x => x.Success)
            .Select(x => x.Groups[1].Value)
            .Concat(BuiltInValueTypes)
            .ToHashSet(StringComparer.Ordinal);
        return lines.Select(x => Normalize(x, valueTypes)).ToHashSet(StringComparer.Ordinal);
    }

    private static string Normalize(string line, HashSet<string> valueTypes)
    {
        line = Attributes().Replace(line, string.Empty);
        line = Constraints().Replace(line, string.Empty);
        line = line.StartsWith("type ", StringComparison.Ordinal) ? BaseTypes().Replace(line, string.Empty) : line;
        line = line.StartsWith("field ", StringComparison.Ordinal) ? ConstantValue().Replace(line, string.Empty) : line;
        line = line.StartsWith("enum ", StringComparison.Ordinal) ? line : DefaultValue().Replace(line, " = *");
        return Nullability().Replace(line, x => valueTypes.Contains(x.Groups[1].Value) ? x.Value : x.Groups[1].Value).Trim();
    }

    [GeneratedRegex(@"^type (?:struct|enum) ([\w.]+)")]
    private static partial Regex ValueType();

    // A trailing "[Obsolete()]" and the like; an indexer's or an array's brackets hold no capital or close at once.
    [GeneratedRegex(@" \[[A-Z].*\]$")]
    private static partial Regex Attributes();

    [GeneratedRegex(@" where \w+ : .*$")]
    private static partial Regex Constraints();

    [GeneratedRegex(@" : .*$")]
    private static partial Regex BaseTypes();

    [GeneratedRegex(@" = .*$")]
    private static partial Regex ConstantValue();

    [GeneratedRegex(@" = (?:""[^""]*""|[^,)])+")]
    private static partial Regex DefaultValue();

    [GeneratedRegex(@"([\w.>\]]+)\?")]
    private static partial Regex Nullability();
}
