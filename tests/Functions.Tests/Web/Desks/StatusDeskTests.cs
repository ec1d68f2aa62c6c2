using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Storage;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Web.SampleGrants;

namespace TechPlan.Functions.Tests.Web.Desks;

[Collection(AzuriteTests.Name)]
public sealed class StatusDeskTests(AzuriteFixture azurite)
{
    private static readonly MiniGrantEvent.Submitted Submitted = new(SubmittedAt, SampleGrants.Submission);

    [Fact]
    public async Task The_lead_ITL_sees_where_it_stands_and_what_has_happened()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted, new MiniGrantEvent.Approved(DecidedAt, Pat));

        var page = await app.GetAsync(app.Link(LinkAction.Status, Dana));

        Assert.Equal(200, page.Status);
        Assert.Contains("Dana Field asked for this mini-grant.", page.Body, StringComparison.Ordinal);
        Assert.Contains("Pat Lee approved the request.", page.Body, StringComparison.Ordinal);
        Assert.Contains("0 people registered", page.Body, StringComparison.Ordinal);
        Assert.Contains($"http://localhost:7071/enroll/{Id}", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MG_13_a_request_is_withdrawn_with_a_reason_once()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);
        var link = app.Link(LinkAction.Status, Dana);

        var empty = await app.PostAsync(link, "action=withdraw&reason=");
        var other = await app.PostAsync(link, "action=delete&reason=x");
        var taken = await app.PostAsync(link, "action=withdraw&reason=No+room.");
        var again = await app.PostAsync(link, "action=withdraw&reason=No+room.");
        var page = await app.GetAsync(link);

        Assert.Equal((422, 400, 303, 303), (empty.Status, other.Status, taken.Status, again.Status));
        Assert.Contains("<details class=\"act\" open", empty.Body, StringComparison.Ordinal);
        Assert.Equal("No room.", Assert.IsType<MiniGrant.Withdrawn>(await app.StateAsync()).Reason);
        Assert.Contains("Dana Field withdrew the request.", page.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_late_to_withdraw_says_so()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted, new MiniGrantEvent.Rejected(DecidedAt, Pat, "Not now."));

        var answer = await app.PostAsync(app.Link(LinkAction.Status, Dana), "action=withdraw&reason=No+room.");

        Assert.Equal(409, answer.Status);
        Assert.Contains("Your request was not withdrawn", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_recorded_but_not_yet_filed_is_not_lost()
    {
        using var app = await PageApp.StartAsync(azurite);
        var link = app.Link(LinkAction.Status, Dana);

        var nothing = await app.GetAsync(link);
        await app.Get<OpenWorkTable>().MarkAsync(Id, CancellationToken.None);
        var recorded = await app.GetAsync(link);

        Assert.Equal((404, 200), (nothing.Status, recorded.Status));
        Assert.Contains("We have your request; it is being filed", recorded.Body, StringComparison.Ordinal);
    }
}
