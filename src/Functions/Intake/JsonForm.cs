using System.Globalization;
using System.Text.Json;

namespace TechPlan.Functions.Intake;

/// <summary>
/// One JSON object of a request. Each member is asked for by name and type; what nobody asked for is refused at the end.
/// A missing or null member is empty, and whether that is allowed is not decided here.
/// </summary>
internal sealed class JsonForm
{
    private const int LongestNameShown = 60;

    private readonly Dictionary<string, JsonElement> _left = [];
    private readonly string _pointer;
    private readonly ReadingProblems _problems;

    internal JsonForm(JsonElement? element, string pointer, ReadingProblems problems)
    {
        (_pointer, _problems) = (pointer, problems);
        if (element is { } members)
        {
            foreach (var member in members.EnumerateObject())
            {
                Add(NameOf(member), member.Value);
            }
        }
    }

    internal string? Text(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.String } value => Decode(name, value),
        _ => Refuse<string>(name, "wrong-type", "This must be a text in quotation marks."),
    };

    internal int? WholeNumber(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.Number } value when value.TryGetInt32(out var number) => number,
        _ => Refuse<int?>(name, "wrong-type", "This must be a whole number, without quotation marks."),
    };

    internal bool? YesOrNo(string name) => Take(name) switch
    {
        null => null,
        { ValueKind: JsonValueKind.True } => true,
        { ValueKind: JsonValueKind.False } => false,
        _ => Refuse<bool?>(name, "wrong-type", "This must be true or false, without quotation marks."),
    };

    internal DateOnly? Date(string name) => Text(name) switch
    {
        null => null,
        var text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
        _ => Refuse<DateOnly?>(name, "invalid-date", "There is no such date. Write an existing day as year, month and day, such as 2026-10-14."),
    };

    internal TimeOnly? Time(string name) => Text(name) switch
    {
        null => null,
        var text when TimeOnly.TryParseExact(text, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => time,
        _ => Refuse<TimeOnly?>(name, "invalid-time", "There is no such time. Write hours and minutes from 00:00 to 23:59, such as 15:30."),
    };

    /// <summary>An object within this one; empty when it is missing.</summary>
    internal JsonForm Part(string name)
    {
        var pointer = PointerTo(name);
        return new JsonForm(Take(name) is { } value ? ObjectOrNothing(value, pointer) : null, pointer, _problems);
    }

    /// <summary>The lines of a list within this one.</summary>
    internal IReadOnlyList<JsonElement> Lines(string name) => Take(name) switch
    {
        null => [],
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray()],
        _ => Refuse<JsonElement[]>(name, "wrong-type", "This must be a list in square brackets.") ?? [],
    };

    /// <summary>A line of a list as an object.</summary>
    internal JsonForm Line(string list, int index, JsonElement line)
    {
        var pointer = string.Create(CultureInfo.InvariantCulture, $"{PointerTo(list)}/{index}");
        return new JsonForm(ObjectOrNothing(line, pointer), pointer, _problems);
    }

    /// <summary>Notes a problem with a member; it counts as empty then.</summary>
    internal T? Refuse<T>(string name, string code, string detail) => _problems.Add<T>(PointerTo(name), code, detail);

    /// <summary>Names every member that the form does not have.</summary>
    internal void RefuseTheRest()
    {
        foreach (var name in _left.Keys)
        {
            Refuse<object>(name, "unknown-field", $"The form has no field “{Shown(name)}” here. Check its spelling, or leave it out.");
        }
    }

    private void Add(string name, JsonElement value)
    {
        if (!_left.TryAdd(name, value))
        {
            Refuse<object>(name, "duplicate-field", "This field is there twice, so we cannot tell which one counts. Send it once.");
        }
    }

    /// <summary>A member by name, once; null when it is missing or null.</summary>
    private JsonElement? Take(string name) => _left.Remove(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    private JsonElement? ObjectOrNothing(JsonElement value, string pointer) => value.ValueKind is JsonValueKind.Object
        ? value
        : _problems.Add<JsonElement?>(pointer, "wrong-type", "This must be a JSON object with the form's fields.");

    private string? Decode(string name, JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return Refuse<string>(name, "invalid-text", "This text holds bytes or escapes that are no Unicode characters.");
        }
    }

    /// <summary>A name that is no Unicode text is no field of the form either.</summary>
    private static string NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return "\uFFFD";
        }
    }

    /// <summary>RFC 6901.</summary>
    private string PointerTo(string name) =>
        $"{_pointer}/{Shown(name).Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal)}";

    private static string Shown(string name) => name.Length > LongestNameShown ? name[..LongestNameShown] + "…" : name;
}
