using System.Globalization;
using System.Text.RegularExpressions;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>
/// Reads a date as people write it. Month comes before day as the district's people write them, unless that gives no date. A
/// year that is missing is the one that brings the date next after, or last before, the day it is counted from.
/// </summary>
internal static partial class DateText
{
    /// <param name="from">The day that a date without a year is counted from.</param>
    /// <param name="past">Whether such a date lies before that day.</param>
    /// <param name="dayFirst">Whether the day may as well stand before the month.</param>
    internal static ValueReading<DateOnly> Read(string typed, DateOnly from, bool past = false, bool dayFirst = false)
    {
        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso))
        {
            return ValueReading<DateOnly>.Exact(iso);
        }

        var text = Plain.Of(typed);
        var found = text.Length > Plain.LongestValue ? [] : DateFinder.Find(text);
        return found switch
        {
            [] => ValueReading<DateOnly>.Unreadable("We could not find a date in it. Write month, day and year, such as 10/14/2026."),
            [var one, ..] when one.On(from, past) is not { } => NoSuchDate(typed, one.Text),
            [{ IsEitherWay: true } one, ..] when dayFirst => EitherWay(one, from, past),
            [var one, .. var others] => Judge(text, one, others, from, past),
        };
    }

    private static ValueReading<DateOnly> NoSuchDate(string typed, string found) => ValueReading<DateOnly>.Unreadable(
        $"There is no date “{AsTyped(typed, found)}”. Write an existing day as month, day and year, such as 10/14/2026.");

    /// <summary>What is looked for in is spelt plainly; people are quoted with the capitals that they wrote.</summary>
    private static string AsTyped(string typed, string found) =>
        typed.IndexOf(found, StringComparison.OrdinalIgnoreCase) is >= 0 and var at ? typed.Substring(at, found.Length) : found;

    private static ValueReading<DateOnly> EitherWay(WrittenDate written, DateOnly from, bool past)
    {
        var (date, other) = (written.On(from, past)!.Value, (written with { Month = written.Day, Day = written.Month }).On(from, past));
        return ValueReading<DateOnly>.Unsure(date, $"Is it {MailDates.DayAndYear(date)}{(other is { } day ? $" or {MailDates.DayAndYear(day)}" : "")}?");
    }

    private static ValueReading<DateOnly> Judge(string text, WrittenDate one, WrittenDate[] others, DateOnly from, bool past)
    {
        var date = one.On(from, past)!.Value;
        var shown = MailDates.DayAndYear(date);
        if (others.Any(other => other.On(from, past) != date))
        {
            return ValueReading<DateOnly>.Unsure(date, $"It names more than one date. Is it {shown}?");
        }

        if (Weekday().Matches(text).Select(match => MonthNames.WeekdayOf(match.Value)).FirstOrDefault(date.DayOfWeek) is var weekday && weekday != date.DayOfWeek)
        {
            return ValueReading<DateOnly>.Unsure(date, $"It says {weekday}, but {shown[(shown.IndexOf(' ', StringComparison.Ordinal) + 1)..]} is a {date.DayOfWeek}. Which date is right?");
        }

        if (IsVague(text))
        {
            return ValueReading<DateOnly>.Unsure(date, $"It says “{text}”. Is it {shown}?");
        }

        return one.IsClear && others.Length == 0 && !TimeFinder.HasTime(text)
            ? ValueReading<DateOnly>.Exact(date)
            : ValueReading<DateOnly>.Understood(date, one.Year is null ? $"No year was given: we understood {shown}." : $"We understood {shown}.");
    }

    /// <summary>Whether there is more in the text than a date, its weekday and a time.</summary>
    private static bool IsVague(string text)
    {
        var rest = Weekday().Replace(TimeFinder.Without(DateFinder.Without(text)), " ");
        return Filler().Replace(rest, " ").Any(c => char.IsLetterOrDigit(c) || c == '?');
    }

    [GeneratedRegex(@"\b(?:" + MonthNames.Weekdays + @")\b", RegexOptions.NonBacktracking)]
    private static partial Regex Weekday();

    [GeneratedRegex(@"\b(?:on|the|at|from|date|a las|el|at|in|and|y|de|para|starting|day|session)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Filler();
}
