using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Links;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Web.SampleGrants;

namespace TechPlan.Functions.Tests.Web.Desks;

[Collection(AzuriteTests.Name)]
public sealed class HoldAndCountTests(AzuriteFixture azurite)
{
    private static readonly MiniGrantEvent[] ApprovedHistory = [new MiniGrantEvent.Submitted(SubmittedAt, SampleGrants.Submission), new MiniGrantEvent.Approved(DecidedAt, Pat)];

    [Fact]
    public async Task MG_12_a_session_is_held_with_a_reason()
    {
        using var app = await PageApp.StartAsync(azurite, ApprovedHistory);
        var link = app.Link(LinkAction.Hold, Pat);

        var empty = await app.PostAsync(link, "reason=");
        var held = await app.PostAsync(link, "reason=The+room+is+paid.");
        var again = await app.PostAsync(link, "reason=The+room+is+paid.");
        var other = await app.PostAsync(app.Link(LinkAction.Hold, PageApp.Kim), "reason=Mine.");

        Assert.Equal((422, 303, 303, 409), (empty.Status, held.Status, again.Status, other.Status));
        Assert.Equal("The room is paid.", Assert.IsType<MiniGrant.Approved>(await app.StateAsync()).Hold?.Reason);
        Assert.Contains("Pat Lee decided that the session takes place", other.Body, StringComparison.Ordinal);
        Assert.Contains("The room is paid.", other.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e3")]
    [InlineData("0x10")]
    [InlineData("5001")]
    [InlineData("99999999999")]
    [InlineData("twelve")]
    public async Task MG_12_only_a_whole_number_that_fits_is_taken(string count)
    {
        using var app = await PageApp.StartAsync(azurite, [.. ApprovedHistory, new MiniGrantEvent.CountRequested(CountedAt)]);
        app.Clock.Now = CountedAt;

        var answer = await app.PostAsync(app.Link(LinkAction.Count, Pat), $"count={count}");

        Assert.Equal(422, answer.Status);
        Assert.Contains($"value=\"{count}\"", answer.Body, StringComparison.Ordinal);
        Assert.IsType<MiniGrant.Approved>(await app.StateAsync());
    }

    [Theory]
    [InlineData(14, typeof(MiniGrant.Cancelled))]
    [InlineData(15, typeof(MiniGrant.Confirmed))]
    public async Task MG_12_the_number_decides_once(int count, Type outcome)
    {
        using var app = await PageApp.StartAsync(azurite, [.. ApprovedHistory, new MiniGrantEvent.CountRequested(CountedAt)]);
        app.Clock.Now = CountedAt;
        var link = app.Link(LinkAction.Count, Pat);

        var taken = await app.PostAsync(link, $"count={count}");
        var again = await app.PostAsync(link, $"count={count}");
        var other = await app.PostAsync(link, "count=20");

        Assert.Equal((303, 303, 409), (taken.Status, again.Status, other.Status));
        Assert.IsType(outcome, await app.StateAsync());
        Assert.Contains("as Pat Lee counted", other.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_nobody_asked_for_is_not_taken()
    {
        using var app = await PageApp.StartAsync(azurite, ApprovedHistory);

        var (shown, posted) = (await app.GetAsync(app.Link(LinkAction.Count, Pat)), await app.PostAsync(app.Link(LinkAction.Count, Pat), "count=20"));

        Assert.Equal((200, 409), (shown.Status, posted.Status));
        Assert.DoesNotContain("<form", shown.Body, StringComparison.Ordinal);
    }
}
