using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

public sealed class RejectTests
{
    [Fact]
    [Trait(Rule.Trait, Rule.MG10)]
    public void The_specialist_rejects_with_a_note() =>
        Scenario.Given(Submitted).When(Reject with { Note = " Next term, please.\n" }, At(9, 15, 9)).Then(Rejected);

    [Theory]
    [Trait(Rule.Trait, Rule.MG10)]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n\u00A0")]
    public void A_note_is_required(string? note) =>
        Scenario.Given(Submitted).When(Reject with { Note = note }, At(9, 15, 9)).ThenRefused("MG-10", "note-required", "/note");

    [Fact]
    public void Rejecting_twice_changes_nothing() =>
        Scenario.Given(Submitted, Rejected).When(new MiniGrantCommand.Reject(Lead, "Something else."), At(9, 15, 10)).ThenNothing();

    [Fact]
    public void An_approved_request_cannot_be_rejected() =>
        Scenario.Given(Submitted, Approved).When(Reject, At(9, 15, 10)).ThenRefused("MG-10", "already-decided");
}
