using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

[Trait(Rule.Trait, Rule.MG12)]
public sealed class EnrollmentCountedTests
{
    [Theory]
    [InlineData(14, true)]
    [InlineData(15, false)]
    public void Two_workdays_before_the_check_the_registrations_are_looked_at(int registered, bool low) =>
        Scenario.Given(Submitted, Approved).When(Counted(registered), EarlyAt).Then(new MiniGrantEvent.EarlyCountTaken(EarlyAt, registered, low));

    [Fact]
    public void A_count_that_nobody_waits_for_changes_nothing()
    {
        Scenario.Given(Submitted, Approved).When(Counted(0), EarlyAt.AddTicks(-1)).ThenNothing();
        Scenario.Given(Counting).When(Counted(0), CheckAt.AddTicks(-1)).ThenNothing();
        Scenario.Given(Submitted).When(Counted(0), EarlyAt).ThenNothing();
    }

    [Fact]
    public void Fifteen_registrations_confirm_the_session() =>
        Scenario.Given(Counting).When(Counted(15), CheckAt).Then(new MiniGrantEvent.Confirmed(CheckAt, 15, null));

    [Fact]
    public void Fewer_cancel_it() =>
        Scenario.Given(Counting).When(Counted(14), CheckAt).Then(new MiniGrantEvent.Cancelled(CheckAt, 14, null));

    [Fact]
    public void Fewer_confirm_a_session_that_is_held() =>
        Scenario.Given([.. Counting, Held]).When(Counted(2), CheckAt).Then(new MiniGrantEvent.Confirmed(CheckAt, 2, null));

    [Fact]
    public void Approved_late_the_early_count_is_due_at_once()
    {
        var approved = new MiniGrantEvent.Approved(At(10, 12, 9), Specialist);

        Assert.Equal(new Deadline(EarlyAt, DeadlineKind.EarlyCount), MiniGrantWorkflow.NextDeadline(MiniGrantWorkflow.Replay([Submitted, approved]), Rules));
        Scenario.Given(Submitted, approved).When(Counted(3), approved.At).Then(new MiniGrantEvent.EarlyCountTaken(approved.At, 3, true));
    }

    [Fact]
    public void An_early_count_that_comes_when_the_check_is_due_is_the_check() =>
        Scenario.Given(Submitted, Approved).When(Counted(3), CheckAt).Then(new MiniGrantEvent.Cancelled(CheckAt, 3, null));

    [Fact]
    public void Enroll_may_answer_after_the_specialist_was_asked()
    {
        var now = CheckAt.AddHours(8);

        Scenario.Given(Asked).When(Counted(15), now).Then(new MiniGrantEvent.Confirmed(now, 15, null));
        Scenario.Given(Asked).When(Counted(14), now).Then(new MiniGrantEvent.Cancelled(now, 14, null));
    }

    [Fact]
    public void A_session_that_has_begun_is_not_cancelled_by_a_count_that_comes_late()
    {
        var asked = new MiniGrantEvent.CountRequested(SessionAt);

        Scenario.Given(Counting).When(Counted(3), SessionAt).Then(asked);
        Scenario.Given([.. Counting, asked]).When(Time, SessionAt).Then(CountOverdue);
        Scenario.Given(Asked).When(Counted(3), SessionAt).Then(CountOverdue);
        Scenario.Given(Counting).When(Counted(15), SessionAt).Then(new MiniGrantEvent.Confirmed(SessionAt, 15, null));
    }
}
