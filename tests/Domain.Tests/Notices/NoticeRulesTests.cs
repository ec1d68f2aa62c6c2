using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using static TechPlan.Domain.Notices.Audience;
using static TechPlan.Domain.Notices.NoticeKind;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.Notices;

public sealed class NoticeRulesTests
{
    [Fact]
    [Trait(Rule.Trait, Rule.MG02)]
    public void A_request_is_acknowledged_and_goes_to_the_specialist() =>
        Told([], Submitted, (RequestReceived, LeadItl), (PleaseReview, Audience.Specialist));

    [Fact]
    [Trait(Rule.Trait, Rule.MG10)]
    public void The_decision_goes_to_the_lead_ITL()
    {
        Told([Submitted], Approved, (RequestApproved, LeadItl));
        Told([Submitted], Rejected, (RequestRejected, LeadItl));
    }

    [Fact]
    public void Waiting_is_told_to_those_who_can_end_it()
    {
        Told([Submitted], new MiniGrantEvent.ReviewReminded(CheckAt, 1), (ReviewReminder, Audience.Specialist));
        Told([Submitted], new MiniGrantEvent.OfficeAlerted(CheckAt), (RequestUndecided, Office));
        Told(Counting, CountRequested, (PleaseCount, Audience.Specialist));
        Told(Asked, CountOverdue, (CountMissing, Office));
    }

    [Fact]
    public void Expiry_is_told_to_both_sides() =>
        Told([Submitted], Expired, (RequestExpired, LeadItl), (RequestExpired, Audience.Specialist));

    [Fact]
    [Trait(Rule.Trait, Rule.MG12)]
    public void Low_registrations_are_told_to_both_unless_the_session_is_held()
    {
        Told([Submitted, Approved], EarlyCounted, (RegistrationsLow, LeadItl), (RegistrationsLow, Audience.Specialist));
        Told([Submitted, Approved], new MiniGrantEvent.EarlyCountTaken(EarlyAt, 15, false));
        Told([Submitted, Approved, Held], EarlyCounted);
    }

    [Fact]
    [Trait(Rule.Trait, Rule.MG13)]
    public void The_lead_ITL_is_told_that_the_session_is_held() => Told(Counting, Held, (SessionHeld, LeadItl));

    [Fact]
    [Trait(Rule.Trait, Rule.MG12)]
    public void The_outcome_is_told_to_everybody()
    {
        Told(Counting, Confirmed, Everybody(SessionConfirmed));
        Told(Counting, Cancelled, Everybody(SessionCancelled));
        Told([Submitted, Approved], Withdrawn, Everybody(RequestWithdrawn));
    }

    [Fact]
    public void A_request_withdrawn_before_its_approval_concerns_two() =>
        Told([Submitted], Withdrawn, (RequestWithdrawn, LeadItl), (RequestWithdrawn, Audience.Specialist));

    [Fact]
    public void Failed_counts_are_told_to_nobody()
    {
        Told(Counting, CountFailed);
        Told([Submitted, Approved], new MiniGrantEvent.EarlyCountMissed(EarlyAt));
    }

    [Theory]
    [InlineData(PleaseReview)]
    [InlineData(ReviewReminder)]
    [InlineData(RequestUndecided)]
    public void Who_is_asked_to_decide_is_not_asked_any_more_once_somebody_has(NoticeKind kind)
    {
        Assert.True(StillTrue(kind, Submitted));
        Assert.False(StillTrue(kind, Submitted, Approved));
    }

    [Theory]
    [InlineData(PleaseCount)]
    [InlineData(CountMissing)]
    public void Who_is_asked_for_the_number_is_not_asked_any_more_once_it_is_there(NoticeKind kind)
    {
        Assert.True(StillTrue(kind, [.. Asked]));
        Assert.False(StillTrue(kind, [.. Asked, Confirmed]));
    }

    [Fact]
    public void Low_registrations_are_no_news_once_the_session_is_held_or_decided()
    {
        Assert.True(StillTrue(RegistrationsLow, [.. Counting]));
        Assert.False(StillTrue(RegistrationsLow, [.. Counting, Held]));
        Assert.False(StillTrue(RegistrationsLow, [.. Counting, Cancelled]));
    }

    [Theory]
    [InlineData(RequestReceived)]
    [InlineData(RequestApproved)]
    [InlineData(SessionConfirmed)]
    [InlineData(RequestWithdrawn)]
    public void What_happened_is_told_whatever_came_after(NoticeKind kind) =>
        Assert.True(StillTrue(kind, Submitted, Approved, Withdrawn));

    private static void Told(IEnumerable<MiniGrantEvent> before, MiniGrantEvent happened, params (NoticeKind, Audience)[] expected) =>
        Assert.Equal(expected, NoticeRules.For(MiniGrantWorkflow.Replay(before), happened).Select(notice => (notice.Kind, notice.To)));

    private static (NoticeKind, Audience)[] Everybody(NoticeKind kind) =>
        [(kind, LeadItl), (kind, Audience.Specialist), (kind, Facilitator), (kind, RegisteredPeople)];

    private static bool StillTrue(NoticeKind kind, params MiniGrantEvent[] history) =>
        NoticeRules.StillTrue(kind, MiniGrantWorkflow.Replay(history));
}
