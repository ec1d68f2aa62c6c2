using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

[Trait(Rule.Trait, Rule.MG13)]
public sealed class WithdrawTests
{
    [Fact]
    public void The_lead_ITL_withdraws_a_request_under_review() =>
        Scenario.Given(Submitted).When(Withdraw, At(9, 15, 9)).Then(Withdrawn);

    [Fact]
    public void An_approved_session_can_be_withdrawn() =>
        Scenario.Given(Submitted, Approved).When(Withdraw, At(9, 16, 9)).Then(new MiniGrantEvent.Withdrawn(At(9, 16, 9), Lead, "We moved it."));

    [Fact]
    public void A_confirmed_session_can_be_withdrawn_until_it_begins()
    {
        var now = SessionAt.AddTicks(-1);

        Scenario.Given([.. Counting, Confirmed]).When(Withdraw, now).Then(new MiniGrantEvent.Withdrawn(now, Lead, "We moved it."));
        Scenario.Given([.. Counting, Confirmed]).When(Withdraw, SessionAt).ThenRefused("MG-13", "session-begun");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  ")]
    public void A_reason_is_required(string? reason) =>
        Scenario.Given(Submitted).When(Withdraw with { Reason = reason }, At(9, 15, 9)).ThenRefused("MG-13", "reason-required", "/reason");

    [Fact]
    public void Withdrawing_twice_changes_nothing() =>
        Scenario.Given(Submitted, Withdrawn).When(Withdraw, At(9, 16, 9)).ThenNothing();

    [Fact]
    public void What_has_ended_otherwise_stays_so() =>
        Scenario.Given(Submitted, Expired).When(Withdraw, CheckAt.AddHours(1)).ThenRefused("MG-13", "already-decided");

    [Fact]
    [Trait(Rule.Trait, Rule.MG11)]
    public void The_state_remembers_whether_people_could_have_registered()
    {
        Assert.False(Assert.IsType<MiniGrant.Withdrawn>(MiniGrantWorkflow.Replay([Submitted, Withdrawn])).WasPosted);
        Assert.True(Assert.IsType<MiniGrant.Withdrawn>(MiniGrantWorkflow.Replay([Submitted, Approved, Withdrawn])).WasPosted);
    }
}
