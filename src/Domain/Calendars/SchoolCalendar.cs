using System.Collections.Frozen;

namespace TechPlan.Domain.Calendars;

/// <summary>
/// The district's one calendar: which days are workdays, and which instant a local date and time is. Workdays are Monday to
/// Friday less the closed days.
/// </summary>
public sealed class SchoolCalendar
{
    private readonly FrozenSet<DateOnly> _closedDays;

    public SchoolCalendar(TimeZoneInfo timeZone, IEnumerable<DateOnly> closedDays)
    {
        TimeZone = timeZone;
        _closedDays = closedDays.ToFrozenSet();
    }

    /// <summary>The district's time zone.</summary>
    public TimeZoneInfo TimeZone { get; }

    public bool IsWorkday(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !_closedDays.Contains(date);

    /// <summary>The last workday strictly before <paramref name="date"/>.</summary>
    public DateOnly WorkdayBefore(DateOnly date) => WorkdayOnOrBefore(date.AddDays(-1));

    /// <summary><paramref name="date"/> itself when it is a workday, otherwise the last one before it.</summary>
    public DateOnly WorkdayOnOrBefore(DateOnly date)
    {
        while (!IsWorkday(date))
        {
            date = date.AddDays(-1);
        }

        return date;
    }

    /// <summary>
    /// The <paramref name="count"/>th workday after <paramref name="date"/>, or before it when negative; the date itself does
    /// not count. Zero gives the date back.
    /// </summary>
    public DateOnly AddWorkdays(DateOnly date, int count)
    {
        var step = Math.Sign(count);
        for (var left = Math.Abs(count); left > 0;)
        {
            date = date.AddDays(step);
            left -= IsWorkday(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>The local date at an instant.</summary>
    public DateOnly DateAt(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>The local time of day at an instant.</summary>
    public TimeOnly TimeAt(DateTimeOffset instant) => TimeOnly.FromDateTime(Local(instant));

    /// <summary>
    /// The instant (UTC) of a local date and time. A time that the spring change skips is moved on by the length of the gap,
    /// as if the clocks had not been changed yet; one that the autumn change repeats is its first occurrence.
    /// </summary>
    public DateTimeOffset InstantAt(DateOnly date, TimeOnly time)
    {
        var local = date.ToDateTime(time);
        var offset = TimeZone.IsAmbiguousTime(local) ? TimeZone.GetAmbiguousTimeOffsets(local).Max() : TimeZone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    private DateTime Local(DateTimeOffset instant) => TimeZoneInfo.ConvertTime(instant, TimeZone).DateTime;
}
