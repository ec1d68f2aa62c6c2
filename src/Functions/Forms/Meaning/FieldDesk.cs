using System.Collections.Immutable;
using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Forms.Meaning.Values;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Forms.Meaning;

/// <summary>Reads typed fields one by one and keeps what is to be said about each.</summary>
internal sealed class FieldDesk(TypedForm typed, DistrictDirectory directory)
{
    /// <summary>As much of what somebody wrote as it takes to know it again.</summary>
    private const int LongestQuote = 80;

    private readonly Dictionary<string, TypedField> _typed = typed.Fields.DistinctBy(field => field.Pointer).ToDictionary(field => field.Pointer);
    private readonly List<ReadField> _fields = [];
    private readonly List<Refusal> _problems = [];

    internal ImmutableArray<ReadField> Fields => [.. _fields.OrderBy(read => FormPointers.OrderOf(read.Pointer))];

    internal ImmutableArray<Refusal> Problems => [.. _problems.OrderBy(problem => FormPointers.OrderOf(problem.Pointer))];

    internal TypedField? this[string pointer] => _typed.GetValueOrDefault(pointer);

    internal int PartnerLines => _typed.Keys.Max(pointer => FormPointers.PartnerIndex(pointer) + 1) ?? 0;

    internal string? Text(string pointer)
    {
        if (this[pointer] is not { } field)
        {
            return null;
        }

        Note(field, field.Text.Trim(), Certainty.Exact, null);
        return field.Text;
    }

    internal DateOnly? Date(string pointer, DateOnly from, bool past = false) =>
        Value(pointer, field => DateText.Read(field.Text, from, past, typed.IsSpanish), MailDates.DayAndYear, "invalid-date");

    internal TimeOnly? Time(string pointer, Func<TypedField, ValueReading<TimeOnly>> read) => Value(pointer, read, MailDates.Time, "invalid-time");

    internal int? Number(string pointer) => Value(pointer, field => NumberText.Read(field.Text), number => number.ToString(AmericanEnglish), "not-a-number");

    internal bool? Answer(string pointer) => Value(pointer, field => AnswerText.Read(field.Text), yes => yes ? "Yes" : "No", "not-an-answer");

    internal T? Value<T>(string pointer, Func<TypedField, ValueReading<T>> read, Func<T, string> show, string code)
        where T : struct
    {
        if (this[pointer] is not { } field)
        {
            return null;
        }

        var reading = read(field);
        if (reading.Value is not { } value)
        {
            Refuse(field, code, reading.Remark!);
            return null;
        }

        Note(field, show(value), reading.Certainty, reading.Remark);
        return value;
    }

    /// <summary>A school by the directory's name, or as typed when it has none like it.</summary>
    /// <param name="elsewhere">It may as well be none of the district's schools.</param>
    internal string? School(string pointer, bool elsewhere = false)
    {
        if (this[pointer] is not { } field)
        {
            return null;
        }

        var shown = field.Text.Trim();
        switch (directory.MatchSchool(shown))
        {
            case SchoolMatch.Exact exact:
                Note(field, exact.School.Name, Certainty.Exact, null);
                return exact.School.Name;
            case SchoolMatch.Likely likely:
                Note(field, likely.School.Name, Certainty.Understood, $"We took “{shown}” for {likely.School.Name}.");
                return likely.School.Name;
            case SchoolMatch.Several several when !elsewhere:
                Note(field, shown, Certainty.Unsure, $"Which school is “{shown}”: {OneOf([.. several.Candidates.Select(school => school.Name)])}?");
                return field.Text;
            default:
                Note(field, shown, Certainty.Exact, null);
                return field.Text;
        }
    }

    /// <summary>Keeps what a field was taken for. How sure that is depends on the text and on where it stood.</summary>
    internal void Note(TypedField field, string understood, Certainty certainty, string? remark)
    {
        var quoted = PlainWords.Line(field.Text, LongestQuote);
        var sureness = certainty > field.Certainty ? certainty : field.Certainty;
        var placed = field.Certainty switch
        {
            Certainty.Unsure => $"We are not sure that “{quoted}” is meant here. Is it?",
            Certainty.Understood => $"We took “{quoted}” to be meant here.",
            _ => null,
        };
        _fields.Add(new ReadField(field.Pointer, field.Text, understood, field.Where, sureness, Sentences(remark, placed, certainty, field.Certainty)));
    }

    /// <summary>Keeps what goes without a typed field.</summary>
    internal void Note(string pointer, string understood, Certainty certainty, string remark) =>
        _fields.Add(new ReadField(pointer, "", understood, "", certainty, remark));

    internal void Refuse(TypedField field, string code, string detail) =>
        _problems.Add(new Refusal(RuleOf(field.Pointer), code, field.Pointer, detail));

    /// <summary>The graver remark is enough, unless both are questions.</summary>
    private static string? Sentences(string? remark, string? placed, Certainty certainty, Certainty place) => (remark, placed) switch
    {
        (null, _) => placed,
        (_, null) => remark,
        _ when certainty == place && place is Certainty.Unsure => $"{placed} {remark}",
        _ => certainty >= place ? remark : placed,
    };

    private static string OneOf(string[] names) => names switch
    {
        [.. var others, var last] when others.Length > 0 => $"{string.Join(", ", others)} or {last}",
        _ => string.Concat(names),
    };

    private static string RuleOf(string pointer) => pointer.StartsWith("/followUp/", StringComparison.Ordinal) ? "MG-08" : "MG-05";

    private static readonly System.Globalization.CultureInfo AmericanEnglish = System.Globalization.CultureInfo.GetCultureInfo("en-US");
}
