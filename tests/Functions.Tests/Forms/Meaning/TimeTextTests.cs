using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning.Values;

namespace TechPlan.Functions.Tests.Forms.Meaning;

public sealed class TimeTextTests
{
    private static readonly Func<TimeOnly, string>[] Ways =
    [
        time => Form(time, "h:mm tt"), time => Form(time, "h:mmtt").ToLowerInvariant(), time => Form(time, "h.mm tt").ToLowerInvariant(), time => Form(time, "hmm tt"),
        time => Form(time, "h:mm") + (time.Hour < 12 ? " a.m." : " p.m."), time => Form(time, "HH:mm"), time => Form(time, "h:mm") + (time.Hour < 12 ? "a" : "p"),
    ];

    [Fact]
    public void Any_time_of_the_day_in_any_of_the_ways_people_write_it_reads_back() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Gen.Choose(7 * 60, (23 * 60) + 59).ToArbitrary(), Gen.Choose(0, Ways.Length - 1).ToArbitrary(), (minute, way) =>
        {
            var time = TimeOnly.MinValue.AddMinutes(minute);
            var reading = TimeText.Read(Ways[way](time));

            Assert.True((reading.Value, reading.Certainty) == (time, Certainty.Exact), $"{Ways[way](time)} was read as {reading.Value}, {reading.Certainty}");
        }));

    [Theory]
    [InlineData("3:30", 15, 30)]
    [InlineData("6:59", 18, 59)]
    [InlineData("7:00", 7, 0)]
    [InlineData("9", 9, 0)]
    [InlineData("3", 15, 0)]
    [InlineData("05:30", 17, 30)]
    public void Without_am_or_pm_it_is_by_day_and_the_remark_says_so(string typed, int hour, int minute)
    {
        var reading = TimeText.Read(typed);

        Assert.Equal((new TimeOnly(hour, minute), Certainty.Understood), (reading.Value, reading.Certainty));
        Assert.StartsWith("We understood ", reading.Remark, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("noon", 12, 0)]
    [InlineData("12 noon", 12, 0)]
    [InlineData("12:30", 12, 30)]
    [InlineData("15h30", 15, 30)]
    [InlineData("3 o'clock pm", 15, 0)]
    public void Other_words_for_a_time_are_known(string typed, int hour, int minute) => Assert.Equal(new TimeOnly(hour, minute), TimeText.Read(typed).Value);

    [Theory]
    [InlineData("3:30-5:30 pm", "15:30", "17:30")]
    [InlineData("3:30 PM – 5:30 PM", "15:30", "17:30")]
    [InlineData("3.30 to 5.30", "15:30", "17:30")]
    [InlineData("11:30-1:30 pm", "11:30", "13:30")]
    [InlineData("7-9 pm", "19:00", "21:00")]
    [InlineData("9-3", "09:00", "15:00")]
    [InlineData("8 until 11:30", "08:00", "11:30")]
    [InlineData("5:30-7:30", "17:30", "19:30")]
    [InlineData("3:30 pm - 5:30", "15:30", "17:30")]
    [InlineData("10 am - 2", "10:00", "14:00")]
    [InlineData("de 3:30 a 5:30 pm", "15:30", "17:30")]
    public void From_and_to_in_one_field_explain_each_other(string typed, string start, string end)
    {
        var range = TimeText.ReadRange(typed);

        Assert.Equal((start, end), (Form(range!.Value.Start.Value!.Value, "HH:mm"), Form(range.Value.End!.Value!.Value, "HH:mm")));
    }

    [Theory]
    [InlineData("25:00")]
    [InlineData("3:75")]
    [InlineData("13:30 pm pm 99:99")]
    [InlineData("after school")]
    [InlineData("")]
    public void A_time_that_does_not_exist_is_a_problem(string typed) => Assert.Null(TimeText.Read(typed).Value);

    [Fact]
    public void A_time_at_night_is_a_question() => Assert.Equal(Certainty.Unsure, TimeText.Read("3:30 am").Certainty);

    private static string Form(TimeOnly time, string form) => time.ToString(form, CultureInfo.GetCultureInfo("en-US")).Replace('\u202f', ' ');
}
