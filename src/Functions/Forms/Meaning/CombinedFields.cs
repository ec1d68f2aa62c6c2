using System.Collections.Immutable;
using System.Text.RegularExpressions;
using TechPlan.Functions.Forms.Meaning.Values;

namespace TechPlan.Functions.Forms.Meaning;

/// <summary>
/// Takes apart what people type into one field though the form has several for it: a date with its times, a name with an address. Only
/// into fields in which nothing was typed.
/// </summary>
internal static partial class CombinedFields
{
    internal static TypedForm TakeApart(TypedForm typed)
    {
        var fields = typed.Fields.Where(field => FormPointers.IsKnown(field.Pointer)).DistinctBy(field => field.Pointer).ToDictionary(field => field.Pointer);
        TakeTimes(fields, FormPointers.SessionDate, FormPointers.SessionStart);
        TakeTimes(fields, FormPointers.FollowUpDate, FormPointers.FollowUpStart);
        TakeDate(fields, FormPointers.SessionStart, FormPointers.SessionDate);
        TakeDate(fields, FormPointers.FollowUpStart, FormPointers.FollowUpDate);
        TakeEnd(fields, FormPointers.SessionStart);
        TakeEnd(fields, FormPointers.SessionEnd);
        TakeAddress(fields);
        TakeExplanation(fields);
        TakeParticipants(fields);
        return typed with { Fields = InOrder(fields.Values) };
    }

    private static void TakeTimes(Dictionary<string, TypedField> fields, string date, string start)
    {
        if (fields.TryGetValue(date, out var typed) && !fields.ContainsKey(start) && Short(typed) is { } text
            && TimeFinder.Span(DateFinder.Blanked(text)) is var (from, to) && DateFinder.Span(text) is not null)
        {
            fields[start] = typed with { Pointer = start, Text = text[from..to].Trim() };
            fields[date] = typed with { Text = Tidy(text[..from] + " " + text[to..]) };
        }
    }

    private static void TakeDate(Dictionary<string, TypedField> fields, string start, string date)
    {
        if (fields.TryGetValue(start, out var typed) && !fields.ContainsKey(date) && Short(typed) is { } text && DateFinder.Span(text) is not null)
        {
            fields[date] = typed with { Pointer = date, Text = Tidy(WithoutTimes(text)) };
            var times = DateFinder.Blanked(text);
            if (TimeFinder.Span(times) is var (from, to))
            {
                fields[start] = typed with { Text = times[from..to].Trim() };
            }
            else
            {
                fields.Remove(start);
            }
        }
    }

    /// <summary>The text less its times.</summary>
    private static string WithoutTimes(string text)
    {
        var date = DateFinder.Span(text)!.Value;
        var withoutEither = TimeFinder.Without(DateFinder.Blanked(text));
        return withoutEither[..date.Start] + text[date.Start..date.End] + withoutEither[date.End..];
    }

    /// <summary>From and to in one field.</summary>
    private static void TakeEnd(Dictionary<string, TypedField> fields, string from)
    {
        var other = from == FormPointers.SessionStart ? FormPointers.SessionEnd : FormPointers.SessionStart;
        if (fields.TryGetValue(from, out var typed) && !fields.ContainsKey(other) && Short(typed) is { } text && TimeFinder.FindBare(text) is [var start, var end])
        {
            fields[FormPointers.SessionStart] = typed with { Pointer = FormPointers.SessionStart, Text = start.Text };
            fields[FormPointers.SessionEnd] = typed with { Pointer = FormPointers.SessionEnd, Text = end.Text };
        }
    }

    private static void TakeAddress(Dictionary<string, TypedField> fields)
    {
        if (fields.TryGetValue(FormPointers.SubmitterName, out var typed) && AddressText.Find(typed.Text) is [var address, ..])
        {
            fields.TryAdd(FormPointers.SubmitterEmail, typed with { Pointer = FormPointers.SubmitterEmail, Text = address.Value });
            fields.Remove(FormPointers.SubmitterName);
            if (AddressText.Without(typed.Text) is { Length: > 0 } name)
            {
                fields[FormPointers.SubmitterName] = typed with { Text = name };
            }
        }
    }

    private static void TakeExplanation(Dictionary<string, TypedField> fields)
    {
        if (fields.TryGetValue(FormPointers.OtherEvaluation, out var typed) && !fields.ContainsKey(FormPointers.Explanation) && AnswerText.Rest(typed.Text) is { } rest)
        {
            fields[FormPointers.Explanation] = typed with { Pointer = FormPointers.Explanation, Text = rest };
        }
    }

    private static void TakeParticipants(Dictionary<string, TypedField> fields)
    {
        foreach (var typed in fields.Values.Where(field => FormPointers.PartnerIndex(field.Pointer) is not null && field.Pointer.EndsWith("/school", StringComparison.Ordinal)).ToArray())
        {
            var number = FormPointers.PartnerParticipants(FormPointers.PartnerIndex(typed.Pointer)!.Value);
            if (!fields.ContainsKey(number) && PeopleBehind().Match(typed.Text) is { Success: true } match)
            {
                fields[typed.Pointer] = typed with { Text = match.Groups["school"].Value };
                fields[number] = typed with { Pointer = number, Text = match.Groups["people"].Value };
            }
        }
    }

    /// <summary>In the form's order, partner schools counted from nought without gaps, so that line and draft agree.</summary>
    private static ImmutableArray<TypedField> InOrder(IEnumerable<TypedField> fields)
    {
        var typed = fields.Where(field => field.Pointer == FormPointers.Instructor ? !string.IsNullOrWhiteSpace(field.Text) : Nothing.IsTyped(field.Text)).OrderBy(field => FormPointers.OrderOf(field.Pointer)).ToArray();
        var lines = typed.Select(field => FormPointers.PartnerIndex(field.Pointer)).OfType<int>().Distinct().Order().ToList();
        return [.. typed.Select(field => FormPointers.PartnerIndex(field.Pointer) is { } line ? field with { Pointer = FormPointers.AtLine(field.Pointer, lines.IndexOf(line)) } : field)];
    }

    private static string? Short(TypedField typed) => typed.Text.Length <= Plain.LongestValue ? Plain.Of(typed.Text) : null;

    private static string Tidy(string text) => Joint().Replace(Blanks().Replace(text, " "), "").Trim(' ', ',', ';', '-', '@', '/', '(', ')', '|');

    /// <summary>What joined a date to the time that is gone.</summary>
    [GeneratedRegex(@"[ ,;]+(?:at|from|a las|de)[ ,;]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Joint();

    [GeneratedRegex(@"[ \t]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Blanks();

    /// <summary>School 044 (6); Lincoln Elementary - 6 teachers; School 044, 6 people.</summary>
    [GeneratedRegex(@"^(?<school>.*[\p{L}\d].*?)\s*(?:\(\s*(?<people>\d{1,4}(?:\s+\p{L}+)?)\s*\)|[-–—,:]\s*(?<people>\d{1,4}\s+(?:people|participants?|teachers?|staff|persons?|educators?|attendees)|\d{1,4}))\s*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex PeopleBehind();
}
