using System.Collections.Immutable;
using System.Text.Json;

namespace TechPlan.Functions.Tests.Forms.Corpus;

/// <summary>A form or mail of the corpus, with what must be read from it.</summary>
/// <param name="Expected">The readings that are right, by pointer; null among them when it may be left empty.</param>
/// <param name="MustAsk">What no reader may decide without asking the sender.</param>
/// <param name="MayAsk">What it may ask about although the right answer is known.</param>
public sealed record CorpusForm(
    string Name,
    string File,
    string Kind,
    string Program,
    ImmutableSortedDictionary<string, ImmutableArray<string?>> Expected,
    ImmutableHashSet<string> MustAsk,
    ImmutableHashSet<string> MayAsk)
{
    private const string Ending = ".expected.json";

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Forms", "Corpus");

    public static ImmutableArray<CorpusForm> All { get; } =
        [.. System.IO.Directory.EnumerateFiles(Folder, "*" + Ending).Order(StringComparer.Ordinal).Select(Read)];

    private static CorpusForm Read(string path)
    {
        var name = Path.GetFileName(path)[..^Ending.Length];
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(path));
        var root = json.RootElement;
        return new CorpusForm(
            name,
            System.IO.Directory.EnumerateFiles(Folder, name + ".*").Single(file => !file.EndsWith(Ending, StringComparison.Ordinal)),
            root.GetProperty("kind").GetString()!,
            root.GetProperty("program").GetString()!,
            root.GetProperty("fields").EnumerateObject().ToImmutableSortedDictionary(field => field.Name, field => Values(field.Value), StringComparer.Ordinal),
            [.. Texts(root.GetProperty("mustAsk"))],
            [.. Texts(root.GetProperty("mayAsk"))]);
    }

    private static ImmutableArray<string?> Values(JsonElement value) =>
        value.ValueKind is JsonValueKind.Array ? [.. value.EnumerateArray().Select(Value)] : [Value(value)];

    private static string? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => value.GetString(),
        _ => value.GetRawText(),
    };

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(text => text.GetString()!);
}
