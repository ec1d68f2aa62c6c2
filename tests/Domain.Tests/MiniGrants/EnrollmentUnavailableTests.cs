using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

[Trait(Rule.Trait, Rule.MG12)]
public sealed class EnrollmentUnavailableTests
{
    [Fact]
    public void A_check_without_a_number_is_tried_again_a_quarter_of_an_hour_later()
    {
        Scenario.Given(Counting).When(Unavailable, CheckAt).Then(CountFailed);

        Assert.Equal(new Deadline(CheckAt.AddMinutes(15), DeadlineKind.EnrollCheck), MiniGrantWorkflow.NextDeadline(MiniGrantWorkflow.Replay([.. Counting, CountFailed]), Rules));
        Scenario.Given([.. Counting, CountFailed]).When(Unavailable, CheckAt.AddMinutes(14)).ThenNothing();
    }

    [Fact]
    public void After_four_hours_the_specialist_is_asked_and_nothing_is_cancelled()
    {
        var lastTry = CheckAt.AddHours(4);

        Scenario.Given([.. Counting, CountFailed]).When(Unavailable, lastTry.AddTicks(-1)).Then(new MiniGrantEvent.CountFailed(lastTry.AddTicks(-1)));
        Scenario.Given([.. Counting, CountFailed]).When(Unavailable, lastTry).Then(CountRequested);
    }

    [Fact]
    public void A_held_session_is_confirmed_without_a_number() =>
        Scenario.Given([.. Counting, Held, CountFailed]).When(Unavailable, CheckAt.AddHours(4)).Then(new MiniGrantEvent.Confirmed(CheckAt.AddHours(4), null, null));

    [Fact]
    public void Asked_for_the_number_Enroll_is_still_tried_every_four_hours_until_the_session()
    {
        var state = MiniGrantWorkflow.Replay(Asked);
        List<DateTimeOffset> tries = [];
        while (MiniGrantWorkflow.NextDeadline(state, Rules) is { Kind: DeadlineKind.EnrollCheck } next)
        {
            tries.Add(next.At);
            state = MiniGrantWorkflow.Evolve(state, new MiniGrantEvent.CountFailed(next.At));
        }

        Assert.Equal([At(10, 14, 0), At(10, 14, 4), At(10, 14, 8), At(10, 14, 12)], tries);
        Assert.Equal(new Deadline(SessionAt, DeadlineKind.CountOverdue), MiniGrantWorkflow.NextDeadline(state, Rules));
    }

    [Fact]
    public void The_early_count_is_given_up_after_four_hours_and_the_check_follows()
    {
        var failed = new MiniGrantEvent.CountFailed(EarlyAt);
        var missed = new MiniGrantEvent.EarlyCountMissed(EarlyAt.AddHours(4));

        Scenario.Given(Submitted, Approved).When(Unavailable, EarlyAt).Then(failed);
        Scenario.Given(Submitted, Approved, failed).When(Unavailable, missed.At).Then(missed);
        Assert.Equal(new Deadline(CheckAt, DeadlineKind.EnrollCheck), MiniGrantWorkflow.NextDeadline(MiniGrantWorkflow.Replay([Submitted, Approved, failed, missed]), Rules));
    }

    [Fact]
    public void An_outage_that_began_with_the_early_count_still_leaves_the_check_its_four_hours()
    {
        var approved = new MiniGrantEvent.Approved(CheckAt.AddHours(-1), Specialist);
        var failed = new MiniGrantEvent.CountFailed(approved.At);

        Scenario.Given(Submitted, approved, failed).When(Unavailable, CheckAt.AddHours(3)).Then(new MiniGrantEvent.CountFailed(CheckAt.AddHours(3)));
        Scenario.Given(Submitted, approved, failed).When(Unavailable, CheckAt.AddHours(4)).Then(CountRequested);
    }

    [Fact]
    public void When_nothing_is_due_it_does_not_matter()
    {
        Scenario.Given(Submitted).When(Unavailable, CheckAt).ThenNothing();
        Scenario.Given([.. Counting, Confirmed]).When(Unavailable, CheckAt).ThenNothing();
    }
}
