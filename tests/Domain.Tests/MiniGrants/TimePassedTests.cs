using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

public sealed class TimePassedTests
{
    /// <summary>Submitted on Monday at 10:00; Wednesday, Friday, Tuesday follow at the same time of day.</summary>
    [Fact]
    [Trait(Rule.Trait, Rule.MG10)]
    public void The_specialist_is_reminded_every_two_workdays_and_the_office_told_after_six()
    {
        var history = Played(Submitted, until: At(9, 24, 10));

        Assert.Equal(
            [
                Written.Of(new MiniGrantEvent.ReviewReminded(At(9, 16, 10), 1)),
                Written.Of(new MiniGrantEvent.ReviewReminded(At(9, 18, 10), 2)),
                Written.Of(new MiniGrantEvent.ReviewReminded(At(9, 22, 10), 3)),
                Written.Of(new MiniGrantEvent.OfficeAlerted(At(9, 22, 10))),
                Written.Of(new MiniGrantEvent.ReviewReminded(At(9, 24, 10), 4)),
            ],
            history.Select(Written.Of));
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG10)]
    public void A_request_undecided_when_its_check_is_due_expires_and_is_never_approved_by_silence() =>
        Assert.Equal(Written.Of(Expired), Written.Of(Played(Submitted, until: CheckAt.AddYears(1))[^1]));

    [Fact]
    public void Nothing_happens_early() => Scenario.Given(Submitted).When(Time, At(9, 16, 10).AddTicks(-1)).ThenNothing();

    [Fact]
    public void After_a_standstill_what_was_missed_is_told_once() =>
        Scenario.Given(Submitted).When(Time, At(9, 29, 12)).Then(
            new MiniGrantEvent.ReviewReminded(At(9, 29, 12), 5),
            new MiniGrantEvent.OfficeAlerted(At(9, 29, 12)));

    [Fact]
    public void After_a_standstill_over_the_check_nobody_is_reminded_any_more() =>
        Scenario.Given(Submitted).When(Time, CheckAt.AddDays(3)).Then(new MiniGrantEvent.Expired(CheckAt.AddDays(3)));

    [Theory]
    [InlineData(6, 0, 8, 0)]
    [InlineData(10, 30, 10, 30)]
    [InlineData(22, 0, 16, 0)]
    public void Reminders_keep_office_hours(int hour, int minute, int thenHour, int thenMinute) =>
        Assert.Equal(At(9, 16, thenHour, thenMinute), FirstReminder(At(9, 14, hour, minute)));

    [Fact]
    public void A_request_made_on_a_weekend_counts_from_the_next_workday() =>
        Assert.Equal(At(9, 15, 12), FirstReminder(At(9, 12, 12)));

    [Fact]
    public void Closed_days_do_not_count() =>
        Assert.Equal(At(11, 30, 12), FirstReminder(At(11, 24, 12)));

    [Fact]
    public void The_time_of_day_stays_when_the_clocks_change()
    {
        var beforeTheChange = At(10, 30, 10);

        Assert.Equal(TimeSpan.FromHours((4 * 24) + 1), FirstReminder(beforeTheChange) - beforeTheChange);
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG12)]
    public void The_office_is_told_when_a_session_begins_without_its_number()
    {
        MiniGrantEvent[] tried = [.. Asked, new MiniGrantEvent.CountFailed(At(10, 14, 12))];

        Scenario.Given(tried).When(Time, SessionAt.AddTicks(-1)).ThenNothing();
        Scenario.Given(tried).When(Time, SessionAt).Then(CountOverdue);
        Scenario.Given([.. tried, CountOverdue]).When(Time, SessionAt.AddDays(1)).ThenNothing();
    }

    [Fact]
    public void A_count_that_is_due_needs_the_count_and_not_only_time() =>
        Scenario.Given(Submitted, Approved).When(Time, CheckAt).ThenNothing();

    private static DateTimeOffset FirstReminder(DateTimeOffset submittedAt)
    {
        var submission = SubmissionFor(new DateOnly(2026, 12, 16)) with { SubmittedAt = submittedAt };
        var deadline = MiniGrantWorkflow.NextDeadline(new MiniGrant.UnderReview(submission, 0, false), Rules);
        Assert.Equal(DeadlineKind.ReviewReminder, deadline?.Kind);
        return deadline!.At;
    }

    /// <summary>What time alone does, each deadline met when it comes.</summary>
    private static List<MiniGrantEvent> Played(MiniGrantEvent submitted, DateTimeOffset until)
    {
        var state = MiniGrantWorkflow.Replay([submitted]);
        List<MiniGrantEvent> events = [];
        while (MiniGrantWorkflow.NextDeadline(state, Rules) is { } next && next.At <= until)
        {
            var happened = Assert.IsType<DecisionResult.Accepted>(MiniGrantWorkflow.Decide(state, Time, next.At, Rules)).Events;
            state = happened.Aggregate(state, MiniGrantWorkflow.Evolve);
            events.AddRange(happened);
        }

        return events;
    }
}
