using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

[Trait(Rule.Trait, Rule.MG12)]
public sealed class HoldAnywayTests
{
    [Fact]
    public void The_specialist_holds_the_session_with_a_reason() =>
        Scenario.Given(Counting).When(HoldAnyway, At(10, 12, 9)).Then(Held);

    [Theory]
    [InlineData(null)]
    [InlineData("\t")]
    public void A_reason_is_required(string? reason) =>
        Scenario.Given(Counting).When(HoldAnyway with { Reason = reason }, At(10, 12, 9)).ThenRefused("MG-12", "reason-required", "/reason");

    [Fact]
    public void The_first_reason_stands() =>
        Scenario.Given([.. Counting, Held]).When(HoldAnyway with { Reason = "Another." }, At(10, 12, 10)).ThenNothing();

    [Fact]
    public void A_session_confirmed_because_it_was_held_is_still_held() =>
        Scenario.Given([.. Counting, Held, Confirmed]).When(HoldAnyway, CheckAt.AddHours(1)).ThenNothing();

    [Fact]
    public void It_makes_no_sense_before_the_approval_and_after_the_check()
    {
        Scenario.Given(Submitted).When(HoldAnyway, At(9, 15, 9)).ThenRefused("MG-12", "not-approved");
        Scenario.Given([.. Counting, Confirmed]).When(HoldAnyway, CheckAt.AddHours(1)).ThenRefused("MG-12", "already-decided");
        Scenario.Given([.. Counting, Cancelled]).When(HoldAnyway, CheckAt.AddHours(1)).ThenRefused("MG-12", "already-decided");
    }

    [Fact]
    public void Held_after_the_number_was_asked_for_the_check_is_due_at_once()
    {
        var held = new MiniGrantEvent.HeldAnyway(At(10, 14, 8), Specialist, "A pilot.");

        Assert.Equal(new Deadline(held.At, DeadlineKind.EnrollCheck), MiniGrantWorkflow.NextDeadline(MiniGrantWorkflow.Replay([.. Asked, held]), Rules));
        Scenario.Given([.. Asked, held]).When(Counted(3), held.At).Then(new MiniGrantEvent.Confirmed(held.At, 3, null));
        Scenario.Given([.. Asked, held]).When(Unavailable, held.At).Then(new MiniGrantEvent.Confirmed(held.At, null, null));
    }
}
