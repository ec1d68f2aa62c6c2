using TechPlan.Domain.Calendars;
using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

[Trait(Rule.Trait, Rule.MG12)]
public sealed class DeadlineTests
{
    [Theory]
    [InlineData("2026-10-14", "2026-10-13T21:00Z")] // Wednesday: Tuesday, daylight time
    [InlineData("2026-10-19", "2026-10-16T21:00Z")] // Monday: Friday
    [InlineData("2026-10-18", "2026-10-16T21:00Z")] // Sunday: Friday
    [InlineData("2026-11-02", "2026-10-30T21:00Z")] // the Monday after the clocks went back: still daylight time on Friday
    [InlineData("2026-11-03", "2026-11-02T22:00Z")] // a day later: standard time
    [InlineData("2026-11-30", "2026-11-25T22:00Z")] // after Thanksgiving
    [InlineData("2027-01-04", "2026-12-22T22:00Z")] // over New Year
    [InlineData("2027-03-15", "2027-03-12T22:00Z")] // the Monday after the clocks went forward
    public void A_standard_session_is_counted_on_the_workday_before_at_four_in_the_afternoon(string session, string check) =>
        Assert.Equal(Instant(check), MiniGrantWorkflow.EnrollCheckAt(SubmissionFor(Date(session)).Request.Session, Rules));

    [Theory]
    [InlineData("2026-10-14", "2026-10-07T21:00Z")] // Wednesday: the Wednesday before
    [InlineData("2026-10-17", "2026-10-09T21:00Z")] // Saturday: the Friday before the Saturday before
    [InlineData("2026-11-04", "2026-10-28T21:00Z")] // across the end of daylight time
    [InlineData("2026-12-03", "2026-11-25T22:00Z")] // a week before is Thanksgiving
    [InlineData("2027-01-08", "2026-12-22T22:00Z")] // a week before is New Year's Day, in the holidays
    public void An_SLC_Level_1_session_is_counted_a_week_before_or_on_the_workday_before_that(string session, string check) =>
        Assert.Equal(Instant(check), MiniGrantWorkflow.EnrollCheckAt(SubmissionFor(Date(session), SessionType.SlcLevelOne).Request.Session, Rules));

    [Theory]
    [InlineData("2026-10-14", SessionType.Standard, "2026-10-09T21:00Z")]
    [InlineData("2026-10-14", SessionType.SlcLevelOne, "2026-10-05T21:00Z")]
    [InlineData("2026-11-30", SessionType.Standard, "2026-11-23T22:00Z")]
    public void The_early_count_is_two_workdays_before_the_check(string session, SessionType type, string early)
    {
        var approved = new MiniGrant.Approved(SubmissionFor(Date(session), type), new Decision(Specialist, SubmittedAt), null, CountWatch.Fresh);

        Assert.Equal(new Deadline(Instant(early), DeadlineKind.EarlyCount), MiniGrantWorkflow.NextDeadline(approved, Rules));
    }

    [Fact]
    public void Only_the_counts_need_Enroll()
    {
        var needing = Enum.GetValues<DeadlineKind>().Where(kind => new Deadline(CheckAt, kind).NeedsCount);

        Assert.Equal([DeadlineKind.EarlyCount, DeadlineKind.EnrollCheck], needing);
    }

    [Fact]
    public void Without_an_early_warning_in_the_policy_the_check_comes_first()
    {
        var rules = Rules with { Policy = Policy with { EarlyWarningWorkdays = 0 } };

        Assert.Equal(new Deadline(CheckAt, DeadlineKind.EnrollCheck), MiniGrantWorkflow.NextDeadline(MiniGrantWorkflow.Replay([Submitted, Approved]), rules));
    }

    [Fact]
    public void A_day_that_is_closed_later_moves_the_check()
    {
        var rules = Rules with { Calendar = new SchoolCalendar(DistrictCalendar.TimeZone, [new DateOnly(2026, 10, 13)]) };

        Assert.Equal(At(10, 12, 16), MiniGrantWorkflow.NextDeadline(MiniGrantWorkflow.Replay(Counting), rules)?.At);
    }

    [Fact]
    public void Ends_and_confirmed_sessions_wait_for_nothing() =>
        Assert.All(
            [[], [.. Counting, Confirmed], [.. Counting, Cancelled], [Submitted, Rejected], [Submitted, Withdrawn], [Submitted, Expired]],
            (MiniGrantEvent[] history) => Assert.Null(MiniGrantWorkflow.NextDeadline(MiniGrantWorkflow.Replay(history), Rules)));

    private static DateOnly Date(string date) => DateOnly.Parse(date, System.Globalization.CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
