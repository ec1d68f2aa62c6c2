using System.Globalization;
using TechPlan.Domain.Calendars;

namespace TechPlan.Domain.Tests.Calendars;

public sealed class SchoolCalendarTests
{
    private static readonly SchoolCalendar Chicago = new(TimeZoneInfo.FindSystemTimeZoneById("America/Chicago"),
    [
        new(2026, 9, 7), // Labor Day
        .. Enumerable.Range(0, 10).Select(day => new DateOnly(2026, 12, 23).AddDays(day)), // until New Year's Day
    ]);

    [Theory]
    [InlineData("2026-09-04", true)] // Friday
    [InlineData("2026-09-05", false)]
    [InlineData("2026-09-06", false)]
    [InlineData("2026-09-07", false)] // a Monday, closed
    [InlineData("2026-09-08", true)]
    public void Workdays_are_Monday_to_Friday_less_the_closed_days(string date, bool workday) =>
        Assert.Equal(workday, Chicago.IsWorkday(Date(date)));

    [Theory]
    [InlineData("2026-09-09", "2026-09-08", "2026-09-09")] // Wednesday
    [InlineData("2026-09-08", "2026-09-04", "2026-09-08")] // after the long weekend
    [InlineData("2026-09-07", "2026-09-04", "2026-09-04")]
    [InlineData("2027-01-04", "2026-12-22", "2027-01-04")] // over New Year
    [InlineData("2027-01-01", "2026-12-22", "2026-12-22")]
    public void The_workday_before_and_the_workday_on_or_before(string date, string before, string onOrBefore)
    {
        Assert.Equal(Date(before), Chicago.WorkdayBefore(Date(date)));
        Assert.Equal(Date(onOrBefore), Chicago.WorkdayOnOrBefore(Date(date)));
    }

    [Theory]
    [InlineData("2026-09-03", 2, "2026-09-08")]
    [InlineData("2026-09-05", 1, "2026-09-08")] // a Saturday does not count itself
    [InlineData("2026-09-08", -1, "2026-09-04")]
    [InlineData("2026-12-21", 3, "2027-01-05")]
    [InlineData("2026-09-05", 0, "2026-09-05")]
    public void Workdays_are_added_and_taken_away(string date, int count, string result) =>
        Assert.Equal(Date(result), Chicago.AddWorkdays(Date(date), count));

    [Fact]
    public void Adding_and_taking_away_cancel_out_on_workdays()
    {
        for (var date = new DateOnly(2026, 8, 1); date < new DateOnly(2027, 8, 1); date = date.AddDays(1))
        {
            if (Chicago.IsWorkday(date))
            {
                Assert.Equal(date, Chicago.AddWorkdays(Chicago.AddWorkdays(date, 7), -7));
            }
        }
    }

    [Theory]
    [InlineData("2026-07-01", "16:00", "2026-07-01T21:00Z")] // daylight time
    [InlineData("2026-12-01", "16:00", "2026-12-01T22:00Z")] // standard time
    [InlineData("2026-12-31", "23:59", "2027-01-01T05:59Z")]
    [InlineData("2026-03-08", "01:59", "2026-03-08T07:59Z")]
    [InlineData("2026-03-08", "02:00", "2026-03-08T08:00Z")] // skipped: read as 03:00
    [InlineData("2026-03-08", "02:40", "2026-03-08T08:40Z")] // skipped: read as 03:40
    [InlineData("2026-03-08", "03:00", "2026-03-08T08:00Z")]
    [InlineData("2026-11-01", "01:30", "2026-11-01T06:30Z")] // twice: the first
    [InlineData("2026-11-01", "02:00", "2026-11-01T08:00Z")]
    public void A_local_time_is_one_instant(string date, string time, string instant)
    {
        var result = Chicago.InstantAt(Date(date), TimeOnly.Parse(time, CultureInfo.InvariantCulture));

        Assert.Equal(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture), result);
        Assert.Equal(TimeSpan.Zero, result.Offset);
    }

    [Theory]
    [InlineData("2026-09-15T04:59Z", "2026-09-14", "23:59")]
    [InlineData("2026-09-15T05:00Z", "2026-09-15", "00:00")]
    [InlineData("2026-12-15T05:30Z", "2026-12-14", "23:30")]
    [InlineData("2026-09-14T23:59-05:00", "2026-09-14", "23:59")]
    public void An_instant_has_a_local_date_and_time(string instant, string date, string time)
    {
        var at = DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

        Assert.Equal(Date(date), Chicago.DateAt(at));
        Assert.Equal(TimeOnly.Parse(time, CultureInfo.InvariantCulture), Chicago.TimeAt(at));
    }

    [Fact]
    public void There_and_back_is_the_same_but_for_the_hour_that_comes_twice()
    {
        for (var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero); at.Year == 2026; at = at.AddHours(1))
        {
            var again = Chicago.InstantAt(Chicago.DateAt(at), Chicago.TimeAt(at));
            Assert.True(again == at || at == new DateTimeOffset(2026, 11, 1, 7, 0, 0, TimeSpan.Zero), $"{at:u} became {again:u}");
        }
    }

    private static DateOnly Date(string date) => DateOnly.Parse(date, CultureInfo.InvariantCulture);
}
