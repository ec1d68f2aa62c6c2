using System.Globalization;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>Finds what is written like a time of day in plain text (<see cref="Plain"/>).</summary>
internal static partial class TimeFinder
{
    /// <summary>The times in a text that may be about anything: a number alone is one only beside another that is.</summary>
    internal static IReadOnlyList<WrittenTime> Find(string plain) => [.. Kept(plain).Select(Of)];

    /// <summary>The times in a text that is about nothing else, where numbers alone are times too.</summary>
    internal static IReadOnlyList<WrittenTime> FindBare(string plain) =>
        Kept(plain) is { Count: > 0 } clocks ? [.. clocks.Select(Of)] : [.. Matches(plain).Select(Of)];

    internal static bool HasTime(string plain) => Kept(plain).Count > 0;

    /// <summary>The text with a blank for each time.</summary>
    internal static string Without(string plain)
    {
        var rest = plain.ToCharArray();
        foreach (var match in Kept(plain))
        {
            Array.Fill(rest, ' ', match.Index, match.Length);
        }

        return new string(rest);
    }

    /// <summary>Where the times stand, from the first to the last.</summary>
    internal static (int Start, int End)? Span(string plain) =>
        Kept(plain) is [var first, ..] kept ? (first.Index, kept[^1].Index + kept[^1].Length) : null;

    private static IEnumerable<Match> Matches(string plain) => plain.Length > Plain.LongestValue ? [] : Written().Matches(plain);

    private static List<Match> Kept(string plain)
    {
        var all = Matches(plain).ToArray();
        return [.. all.Where((match, index) => IsClock(match)
            || (index > 0 && IsClock(all[index - 1]) && AreJoined(plain, all[index - 1], match))
            || (index + 1 < all.Length && IsClock(all[index + 1]) && AreJoined(plain, match, all[index + 1])))];
    }

    private static bool IsClock(Match match) =>
        match.Groups["half"].Success || match.Groups["noon"].Success || match.Groups["clock"].Success || match.Groups["colon"].Success;

    private static bool AreJoined(string plain, Match one, Match next) =>
        Joint().IsMatch(plain.AsSpan((one.Index + one.Length)..next.Index));

    private static WrittenTime Of(Match match)
    {
        if (match.Groups["noon"].Success)
        {
            return new WrittenTime(match.Value.Trim(), 12, 0, IsPm: true, IsTwentyFourHours: false);
        }

        var hours = match.Groups["h"].ValueSpan;
        var hour = int.Parse(hours, CultureInfo.InvariantCulture);
        var minute = match.Groups["m"] is { Success: true } minutes ? int.Parse(minutes.ValueSpan, CultureInfo.InvariantCulture) : 0;
        bool? half = match.Groups["half"] is { Success: true } letters && hour <= 12 ? letters.ValueSpan[0] == 'p' : null;
        var wide = half is null && hours.Length == 2 && match.Groups["m"].Success && (hour > 12 || hours[0] == '0');
        return new WrittenTime(match.Value.Trim(), hour, minute, half, wide);
    }

    /// <summary>3; 3:30; 3.30 pm; 330 p.m.; 15:30; 15h30; 3 o'clock; noon. Looks around, so only short texts are shown to it, and it needs no time limit.</summary>
    [GeneratedRegex(
        @"(?<![\d/.:$#,])(?:(?<h>\d{1,2})(?:(?<colon> ?[:h] ?)(?<m>\d{2})(?::\d{2})?|\.(?<m>\d{2}))|(?<h>\d{1,2}?)(?<m>[0-5]\d)|(?<h>\d{1,2}))(?![\d/:%]|\.\d|st\b|nd\b|rd\b|th\b)" +
        @"(?<clock> ?o'clock\b)?(?: ?(?<half>[ap])(?:\. ?m\b\.?|m\b\.?)|(?<half>[ap])\b(?!'))?" +
        @"|\b(?:12 )?(?<noon>noon|midday|mediodia)\b",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Written();

    [GeneratedRegex(@"^ ?(?:-|to|until|till?|through|thru|a|a las|hasta|hasta las|and|y|&) ?$", RegexOptions.NonBacktracking)]
    private static partial Regex Joint();
}
