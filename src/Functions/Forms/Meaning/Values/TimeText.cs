using System.Globalization;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Forms.Meaning.Values;

/// <summary>Reads a time of day, or two from and to, as people write them.</summary>
internal static class TimeText
{
    private const string HowToWrite = "Write hours and minutes, such as 3:30 pm.";

    /// <summary>One time of day; of a range, its first.</summary>
    internal static ValueReading<TimeOnly> Read(string typed) => ReadRange(typed) is var (start, _) ? start : Unreadable(typed);

    /// <summary>From and to; null when the text holds no time. What one of them leaves open about the half of the day, the other says.</summary>
    internal static (ValueReading<TimeOnly> Start, ValueReading<TimeOnly>? End)? ReadRange(string typed)
    {
        if (TimeOnly.TryParseExact(typed.Trim(), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var iso) && iso.Hour >= 7)
        {
            return (ValueReading<TimeOnly>.Exact(iso), null);
        }

        var text = Plain.Of(typed);
        var times = text.Length > Plain.LongestValue ? [] : TimeFinder.FindBare(DateFinder.Without(text));
        return times switch
        {
            [] => null,
            _ when times.FirstOrDefault(time => !time.Exists) is { } wrong => (NoSuchTime(wrong), times.Count == 1 ? null : NoSuchTime(wrong)),
            [var one] => (Alone(one), null),
            [var start, var end] => Between(start, end),
            [var start, ..] => (ValueReading<TimeOnly>.Unsure(start.Time, $"It names more than two times. Is it {MailDates.Time(start.Time)}?"), null),
        };
    }

    /// <summary>The first time in the text as it was written.</summary>
    internal static string Core(string typed) => TimeFinder.FindBare(DateFinder.Without(Plain.Of(typed))) is [var first, ..] ? first.Text : "";

    internal static ValueReading<TimeOnly> Unreadable(string typed) => ValueReading<TimeOnly>.Unreadable(
        typed.Length > Plain.LongestValue ? $"It is too long for a time. {HowToWrite}" : $"We could not find a time in it. {HowToWrite}");

    private static ValueReading<TimeOnly> NoSuchTime(WrittenTime written) =>
        ValueReading<TimeOnly>.Unreadable($"There is no time “{written.Text}”. {HowToWrite}");

    private static ValueReading<TimeOnly> Alone(WrittenTime written)
    {
        if (IsAtNight(written))
        {
            return ValueReading<TimeOnly>.Unsure(written.Time, $"It says {MailDates.Time(written.Time)}, which is at night. Is that right?");
        }

        return written.IsClear && written.Hour >= 1 && !IsEarly(written) ? ValueReading<TimeOnly>.Exact(written.Time) : Understood(written.Time);
    }

    /// <summary>05:30 without am: on a clock of 24 hours before daybreak, but nobody trains then.</summary>
    private static bool IsEarly(WrittenTime written) => written.IsPm is null && written.Hour < 7;

    private static bool IsAtNight(WrittenTime written) => written.IsPm is false && written.Hour is < 6 or 12 || written is { IsPm: null, Hour: 0 };

    private static (ValueReading<TimeOnly> Start, ValueReading<TimeOnly>? End) Between(WrittenTime start, WrittenTime end)
    {
        if (start.IsClear && end.IsClear)
        {
            return (Alone(start), Alone(end));
        }

        var (from, to) = (start.IsClear, end.IsClear) switch
        {
            (false, true) => (Earlier(start, end.Time), end.Time),
            (true, false) => (start.Time, Later(end, start.Time)),
            _ => (start.Time, Later(end, start.Time)),
        };
        return (start.IsClear ? Alone(start) : Understood(from), end.IsClear ? Alone(end) : Understood(to));
    }

    /// <summary>The last such time before another.</summary>
    private static TimeOnly Earlier(WrittenTime written, TimeOnly end) =>
        written.At(pm: true) < end ? written.At(pm: true) : written.At(pm: false);

    /// <summary>The time when it lies after another, otherwise the same on the other half of the day.</summary>
    private static TimeOnly Later(WrittenTime written, TimeOnly start) =>
        written.Time > start ? written.Time : written.At(pm: true);

    private static ValueReading<TimeOnly> Understood(TimeOnly time) =>
        ValueReading<TimeOnly>.Understood(time, $"We understood {MailDates.Time(time)}.");
}
