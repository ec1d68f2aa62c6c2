using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

[Trait(Rule.Trait, Rule.MG12)]
public sealed class EnterCountTests
{
    private static readonly DateTimeOffset Now = At(10, 14, 7);

    [Fact]
    public void The_number_that_was_asked_for_decides()
    {
        Scenario.Given(Asked).When(Enter(15), Now).Then(new MiniGrantEvent.Confirmed(Now, 15, Specialist));
        Scenario.Given(Asked).When(Enter(14), Now).Then(new MiniGrantEvent.Cancelled(Now, 14, Specialist));
    }

    [Fact]
    public void Until_then_nobody_needs_it() =>
        Scenario.Given([.. Counting, CountFailed]).When(Enter(15), CheckAt.AddHours(1)).ThenRefused("MG-12", "count-not-asked");

    [Fact]
    public void It_is_a_number_of_people() =>
        Scenario.Given(Asked).When(Enter(-1), Now).ThenRefused("MG-12", "count-invalid", "/count");

    [Fact]
    public void The_same_number_again_changes_nothing_and_another_one_is_too_late()
    {
        MiniGrantEvent[] cancelled = [.. Asked, new MiniGrantEvent.Cancelled(Now, 14, Specialist)];

        Scenario.Given(cancelled).When(Enter(14), Now).ThenNothing();
        Scenario.Given(cancelled).When(Enter(15), Now).ThenRefused("MG-12", "already-decided");
    }

    [Fact]
    public void After_the_session_began_a_person_may_still_say_what_became_of_it()
    {
        var now = SessionAt.AddDays(1);

        Scenario.Given([.. Asked, CountOverdue]).When(Enter(3), now).Then(new MiniGrantEvent.Cancelled(now, 3, Specialist));
        Assert.Null(MiniGrantWorkflow.NextDeadline(MiniGrantWorkflow.Replay([.. Asked, CountOverdue]), Rules));
    }
}
