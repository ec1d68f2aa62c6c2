using System.Globalization;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>Finds what is written like a date in plain text (<see cref="Plain"/>).</summary>
internal static partial class DateFinder
{
    private const int Century = 2000;

    internal static WrittenDate[] Find(string plain) =>
        [.. Matches(plain).Select(Of).OfType<WrittenDate>()];

    /// <summary>The text with a blank for each date.</summary>
    internal static string Without(string plain) => Replace(plain, _ => " ");

    /// <summary>The text with as many blanks for each date as it has letters, so that places stay where they are.</summary>
    internal static string Blanked(string plain) => Replace(plain, match => new string(' ', match.Length));

    /// <summary>Where the first date stands.</summary>
    internal static (int Start, int End)? Span(string plain) =>
        Matches(plain).FirstOrDefault(match => Of(match) is not null) is { } match ? (match.Index, match.Index + match.Length) : null;

    private static IEnumerable<Match> Matches(string plain) => plain.Length > Plain.LongestValue ? [] : Written().Matches(plain);

    private static string Replace(string plain, Func<Match, string> date) =>
        plain.Length > Plain.LongestValue ? plain : Written().Replace(plain, match => Of(match) is null ? match.Value : date(match));

    private static WrittenDate? Of(Match match)
    {
        if (Number(match, "y4") is { } isoYear)
        {
            return new WrittenDate(match.Value, Number(match, "im")!.Value, Number(match, "id")!.Value, isoYear, IsClear: true);
        }

        var year = Number(match, "year") is { } written ? FullYear(written, match.Groups["year"].Length) : (int?)null;
        return match.Groups["name"] is { Success: true } name
            ? new WrittenDate(match.Value, MonthNames.MonthOf(name.Value), Number(match, "nd") ?? Number(match, "dn")!.Value, year, year is not null)
            : Numeric(match, year);
    }

    /// <summary>Two numbers with a dot or a dash between them and no year may as well be a time or a range.</summary>
    private static WrittenDate? Numeric(Match match, int? year)
    {
        var (first, second) = (Number(match, "a")!.Value, Number(match, "b")!.Value);
        var mark = match.Groups["mark"].Value;
        if (year is null && mark != "/")
        {
            return null;
        }

        return first > 12 && second <= 12
            ? new WrittenDate(match.Value, second, first, year, IsClear: false)
            : new WrittenDate(match.Value, first, second, year, IsClear: year is not null && mark != ".", IsNumeric: true);
    }

    private static int FullYear(int year, int digits) => digits <= 2 ? Century + year : year;

    private static int? Number(Match match, string group) =>
        match.Groups[group] is { Success: true } number ? int.Parse(number.ValueSpan, CultureInfo.InvariantCulture) : null;

    /// <summary>2026-10-14; 10/14/26; October 14th, 2026; 14 de octubre de 2026. Looks around, so only short texts are shown to it, and it needs no time limit.</summary>
    [GeneratedRegex(
        @"(?<![\d/])(?<y4>\d{4})[-/.](?<im>\d{1,2})[-/.](?<id>\d{1,2})(?!\d)" +
        @"|(?<![\d/:.])(?<a>\d{1,2}) ?(?<mark>[-/.]) ?(?<b>\d{1,2})(?: ?[-/.] ?'?(?<year>\d{4}|\d{2}))?(?![\d/]|:\d)" +
        @"|\b(?<name>" + MonthNames.Months + @")\.? ?(?<nd>\d{1,2})(?:st|nd|rd|th)?\b(?![:\d])(?:,? ?'?(?<year>\d{4}|(?<=')\d{2}|(?<=, )\d{2})\b(?! ?[:/]|-\d| ?[ap]\.?m))?" +
        @"|(?<![\d/:])(?<dn>\d{1,2})(?:st|nd|rd|th)?(?:-| (?:of |de )?)(?<name>" + MonthNames.Months + @")\b\.?(?:-|,? (?:de |del )?)?(?:'?(?<year>\d{4}|(?<=['-])\d{2})\b(?! ?[:/]| ?[ap]\.?m))?",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Written();
}
