using TechPlan.Domain.Enrollment;
using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.Enrollment;

[Trait(Rule.Trait, Rule.MG11)]
public sealed class EnrollPostingTests
{
    [Fact]
    public void Nothing_is_posted_before_the_approval_or_without_it()
    {
        Assert.Equal(EnrollPosting.NotPosted, After([], CheckAt));
        Assert.Equal(EnrollPosting.NotPosted, After([Submitted], CheckAt));
        Assert.Equal(EnrollPosting.NotPosted, After([Submitted, Rejected], CheckAt));
        Assert.Equal(EnrollPosting.NotPosted, After([Submitted, Expired], CheckAt));
        Assert.Equal(EnrollPosting.NotPosted, After([Submitted, Withdrawn], CheckAt));
    }

    [Fact]
    public void An_approved_session_takes_registrations_until_it_begins()
    {
        Assert.Equal(EnrollPosting.Open, After([Submitted, Approved], EarlyAt));
        Assert.Equal(EnrollPosting.Open, After([.. Counting, Confirmed], SessionAt.AddTicks(-1)));
        Assert.Equal(EnrollPosting.Over, After([.. Counting, Confirmed], SessionAt));
        Assert.Equal(EnrollPosting.Over, After([.. Asked, CountOverdue], SessionAt));
    }

    [Fact]
    public void A_session_that_was_posted_and_does_not_take_place_says_why()
    {
        Assert.Equal(EnrollPosting.Cancelled, After([.. Counting, Cancelled], CheckAt));
        Assert.Equal(EnrollPosting.Withdrawn, After([Submitted, Approved, Withdrawn], EarlyAt));
    }

    private static EnrollPosting After(MiniGrantEvent[] history, DateTimeOffset now) =>
        EnrollPostings.Of(MiniGrantWorkflow.Replay(history), now, Rules);
}
