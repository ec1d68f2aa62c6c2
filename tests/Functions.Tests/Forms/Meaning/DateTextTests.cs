using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning.Values;

namespace TechPlan.Functions.Tests.Forms.Meaning;

public sealed class DateTextTests
{
    private static readonly DateOnly Today = MeaningDistrict.Today;
    private static readonly CultureInfo American = CultureInfo.GetCultureInfo("en-US");

    /// <summary>How people write a date with its year.</summary>
    private static readonly Func<DateOnly, string>[] Ways =
    [
        date => date.ToString("M/d/yy", American), date => date.ToString("M/d/yyyy", American), date => date.ToString("MM/dd/yyyy", American), date => date.ToString("M-d-yy", American),
        date => date.ToString("yyyy-MM-dd", American), date => date.ToString("MMMM d, yyyy", American), date => date.ToString("MMM. d, yyyy", American), date => date.ToString("MMM d yyyy", American),
        date => date.ToString("dddd, MMMM d, yyyy", American), date => date.ToString("ddd MMM d, yyyy", American), date => date.ToString("d MMMM yyyy", American), date => date.ToString("dd-MMM-yyyy", American),
        date => date.ToString("dddd, M/d/yyyy", American), date => date.ToString("MMMM d", American) + Ending(date.Day) + date.ToString(", yyyy", American), date => date.ToString("MMMM d, yyyy", American).ToUpperInvariant(),
        date => date.ToString("M/d/yyyy", American) + " (" + date.DayOfWeek + ")", date => date.ToString("M / d / yyyy", American), date => date.ToString("M\u2011d\u2011yyyy", American), date => date.ToString("MMMM\u00a0d,\u00a0yyyy", American),
        date => date.ToString("d 'de' MMMM 'de' yyyy", CultureInfo.GetCultureInfo("es-ES")),
    ];

    /// <summary>Dates without a year: the sender is told which one was understood.</summary>
    private static readonly Func<DateOnly, string>[] WaysWithoutYear =
    [
        date => date.ToString("M/d", American), date => date.ToString("MMM. d", American), date => date.ToString("ddd MMM d", American), date => date.ToString("dddd, M/d", American), date => "the " + date.Day + Ending(date.Day) + " of " + date.ToString("MMMM", American),
    ];

    [Fact]
    public void Any_date_in_any_of_the_ways_people_write_it_reads_back() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(3000),
        Prop.ForAll(Dates(new DateOnly(2000, 1, 1), 36_500), Gen.Choose(0, Ways.Length - 1).ToArbitrary(), (date, way) =>
        {
            var year2 = way is 0 or 3;
            var reading = DateText.Read(Ways[way](date), Today);

            Assert.True(reading.Value == date || (year2 && date.Year > 2099), $"{Ways[way](date)} was read as {reading.Value}");
            Assert.True(reading.Certainty is Certainty.Exact, $"{Ways[way](date)}: {reading.Remark}");
        }));

    [Fact]
    public void Without_a_year_it_is_the_next_such_date() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Dates(Today, 364), Gen.Choose(0, WaysWithoutYear.Length - 1).ToArbitrary(), (date, way) =>
        {
            var reading = DateText.Read(WaysWithoutYear[way](date), Today);

            Assert.Equal((date, Certainty.Understood), (reading.Value, reading.Certainty));
            Assert.Contains(date.Year.ToString(American), reading.Remark, StringComparison.Ordinal);
        }));

    [Fact]
    public void Of_what_lies_behind_it_is_the_last_such_date() =>
        Assert.Equal(new DateOnly(2025, 10, 14), DateText.Read("10/14", Today, past: true).Value);

    [Theory]
    [InlineData("14/10/2026", Certainty.Understood)]
    [InlineData("14.10.2026", Certainty.Understood)]
    [InlineData("10.14.26", Certainty.Understood)]
    [InlineData("10/14/26 at 3:30 pm", Certainty.Understood)]
    [InlineData("Thursday, 10/14/2026", Certainty.Unsure)]
    [InlineData("10/14/26 or 10/21/26", Certainty.Unsure)]
    [InlineData("Oct 14-15, 2026", Certainty.Unsure)]
    [InlineData("week of 10/14/26", Certainty.Unsure)]
    [InlineData("10/14/26?", Certainty.Unsure)]
    [InlineData("not 10/14/26", Certainty.Unsure)]
    public void What_may_mean_another_date_is_told_or_asked(string typed, Certainty certainty)
    {
        var reading = DateText.Read(typed, Today);

        Assert.Equal((new DateOnly(2026, 10, 14), certainty), (reading.Value, reading.Certainty));
        Assert.False(string.IsNullOrEmpty(reading.Remark));
    }

    [Fact]
    public void A_weekday_that_does_not_fit_is_a_question_that_names_both() =>
        Assert.Equal("It says Thursday, but October 14, 2026 is a Wednesday. Which date is right?", DateText.Read("Thursday, Oct. 14, 2026", Today).Remark);

    [Theory]
    [InlineData("2/30/2026")]
    [InlineData("February 30")]
    [InlineData("13/32/2026")]
    [InlineData("2/29/2027")]
    [InlineData("2026-02-30")]
    [InlineData("soon")]
    [InlineData("")]
    [InlineData("15")]
    [InlineData("99999999999/99999999999/99999999999")]
    public void A_date_that_does_not_exist_is_a_problem(string typed)
    {
        var reading = DateText.Read(typed, Today);

        Assert.Null(reading.Value);
        Assert.False(string.IsNullOrEmpty(reading.Remark));
    }

    [Fact]
    public void A_leap_day_without_a_year_is_the_next_one() => Assert.Equal(new DateOnly(2028, 2, 29), DateText.Read("Feb. 29", Today).Value);

    private static Arbitrary<DateOnly> Dates(DateOnly from, int days) => Gen.Choose(0, days).Select(from.AddDays).ToArbitrary();

    private static string Ending(int day) => day switch { 1 or 21 or 31 => "st", 2 or 22 => "nd", 3 or 23 => "rd", _ => "th" };
}
