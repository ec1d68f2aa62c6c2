using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

public sealed class ApproveTests
{
    [Fact]
    [Trait(Rule.Trait, Rule.MG10)]
    public void The_specialist_approves() =>
        Scenario.Given(Submitted).When(Approve, At(9, 15, 9)).Then(Approved);

    [Fact]
    [Trait(Rule.Trait, Rule.MG07)]
    public void A_flagged_request_can_be_approved()
    {
        var flagged = SampleSubmission with { Flags = [new Flag(FlagKind.NotInSchoolImprovementPlan, "No.")] };

        Scenario.Given(new MiniGrantEvent.Submitted(SubmittedAt, flagged)).When(Approve, At(9, 15, 9)).Then(Approved);
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG12)]
    public void It_is_not_too_late_until_the_check_is_due() =>
        Scenario.Given(Submitted).When(Approve, CheckAt.AddTicks(-1)).Then(new MiniGrantEvent.Approved(CheckAt.AddTicks(-1), Specialist));

    [Fact]
    [Trait(Rule.Trait, Rule.MG12)]
    public void Once_the_check_is_due_it_is_too_late() =>
        Scenario.Given(Submitted).When(Approve, CheckAt).ThenRefused("MG-12", "too-late");

    [Fact]
    public void Approving_twice_changes_nothing_whoever_does_it()
    {
        Scenario.Given(Submitted, Approved).When(Approve with { By = Lead }, At(9, 15, 9)).ThenNothing();
        Scenario.Given([.. Counting, Confirmed]).When(Approve, CheckAt.AddHours(1)).ThenNothing();
    }

    [Fact]
    public void A_rejected_request_cannot_be_approved_and_the_answer_says_who_rejected_it() =>
        Assert.Contains("Mia Stone", Scenario.Given(Submitted, Rejected).When(Approve, At(9, 16, 9)).ThenRefused("MG-10", "already-decided").Detail, StringComparison.Ordinal);
}
