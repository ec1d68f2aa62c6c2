using TechPlan.Domain.MiniGrants;
using static TechPlan.Domain.Tests.MiniGrants.Sample;

namespace TechPlan.Domain.Tests.MiniGrants;

public sealed class StandingSentenceTests
{
    [Fact]
    public void Every_state_has_its_sentence()
    {
        Assert.Equal("The request waits for the specialist's decision.", Of([Submitted]));
        Assert.Equal("Mia Stone approved the request. Registration is open on Enroll.", Of([Submitted, Approved]));
        Assert.Equal("The request is approved; the number of registrations is still to be found out.", Of(Asked));
        Assert.Equal("The session takes place.", Of([.. Counting, Confirmed]));
        Assert.Equal("Mia Stone rejected the request.", Of([Submitted, Rejected]));
        Assert.Equal("Ada Field withdrew the request.", Of([Submitted, Withdrawn]));
        Assert.Equal("The request expired: nobody decided before the registrations had to be counted.", Of([Submitted, Expired]));
    }

    [Theory]
    [InlineData(0, "0 people were registered")]
    [InlineData(1, "only one person was registered")]
    [InlineData(14, "14 people were registered")]
    public void A_cancellation_says_how_many_there_were(int registered, string words) =>
        Assert.Contains(words, Of([.. Counting, new MiniGrantEvent.Cancelled(CheckAt, registered, null)]), StringComparison.Ordinal);

    private static string Of(IEnumerable<MiniGrantEvent> history) =>
        StandingSentence.Of((MiniGrant.Known)MiniGrantWorkflow.Replay(history));
}
