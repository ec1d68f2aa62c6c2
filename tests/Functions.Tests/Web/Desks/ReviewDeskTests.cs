using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Links;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Web.SampleGrants;

namespace TechPlan.Functions.Tests.Web.Desks;

[Collection(AzuriteTests.Name)]
public sealed class ReviewDeskTests(AzuriteFixture azurite)
{
    private static readonly MiniGrantEvent.Submitted Submitted = new(SubmittedAt, SampleGrants.Submission);

    [Fact]
    public async Task Opening_the_link_shows_the_form_and_changes_nothing()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);
        var link = app.Link(LinkAction.Review, Pat);

        var page = await app.GetAsync(link);
        var head = await app.HeadAsync(link);

        Assert.Equal((200, 200), (page.Status, head.Status));
        Assert.Contains("name=\"decision\"", page.Body, StringComparison.Ordinal);
        Assert.Empty(head.Body);
        Assert.Equal(page.Response.ContentLength, head.Response.ContentLength);
        Assert.Single(await app.Get<MiniGrantService>().HistoryAsync(Id, CancellationToken.None));
    }

    [Fact]
    public async Task The_address_is_a_key_so_nothing_keeps_it_or_passes_it_on()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);

        var headers = (await app.GetAsync(app.Link(LinkAction.Review, Pat))).Response.Headers;

        Assert.Equal("no-store", headers.CacheControl);
        Assert.Equal("no-referrer", headers["Referrer-Policy"]);
        Assert.Equal("noindex", headers["X-Robots-Tag"]);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
        Assert.Contains("default-src 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task MG_10_an_approval_is_taken_and_shown_from_then_on()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);
        var link = app.Link(LinkAction.Review, Pat);

        var answer = await app.PostAsync(link, "decision=approve&note=");
        var later = await app.GetAsync(link);

        Assert.Equal((303, link), (answer.Status, answer.Location));
        Assert.IsType<MiniGrant.Approved>(await app.StateAsync());
        Assert.Contains("Pat Lee approved the request.", later.Body, StringComparison.Ordinal);
        Assert.Contains("Thursday, September 10, 2026, 9:05 am Central Time", later.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", later.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MG_10_a_rejection_needs_a_note_and_keeps_the_form()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);
        var link = app.Link(LinkAction.Review, Pat);

        var empty = await app.PostAsync(link, "decision=reject&note=+%0D%0A+");
        var tooLong = await app.PostAsync(link, "decision=reject&note=" + new string('x', 4001));
        var taken = await app.PostAsync(link, "decision=reject&note=Plan+it+with+School+044.");

        Assert.Equal((422, 422, 303), (empty.Status, tooLong.Status, taken.Status));
        Assert.Contains("value=\"reject\" checked", empty.Body, StringComparison.Ordinal);
        Assert.Contains("Shorten this to 4,000 characters.", tooLong.Body, StringComparison.Ordinal);
        Assert.Equal("Plan it with School 044.", Assert.IsType<MiniGrant.Rejected>(await app.StateAsync()).Note);
    }

    [Theory]
    [InlineData("")]
    [InlineData("decision=&note=x")]
    [InlineData("decision=maybe&note=x")]
    [InlineData("decision=Approve")]
    public async Task Any_other_decision_is_asked_for_again(string form)
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);

        var answer = await app.PostAsync(app.Link(LinkAction.Review, Pat), form);

        Assert.Equal(400, answer.Status);
        Assert.Contains("Choose whether you approve or reject the request.", answer.Body, StringComparison.Ordinal);
        Assert.IsType<MiniGrant.UnderReview>(await app.StateAsync());
    }

    [Theory]
    [InlineData("decision=approve", "decision=reject&note=No")]
    [InlineData("decision=approve", "decision=approve")]
    [InlineData("decision=reject&note=No", "decision=reject&note=Never")]
    public async Task Of_two_people_at_once_one_decides_and_the_other_is_told(string pats, string kims)
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);

        var answers = await Task.WhenAll(
            app.PostAsync(app.Link(LinkAction.Review, Pat), pats), app.PostAsync(app.Link(LinkAction.Review, PageApp.Kim), kims));

        Assert.Equal([303, 409], answers.Select(answer => answer.Status).Order());
        var winner = answers[0].Status == 303 ? Pat : PageApp.Kim;
        var told = answers.Single(answer => answer.Status == 409);
        Assert.Contains("Your answer was not recorded", told.Body, StringComparison.Ordinal);
        Assert.Contains(winner.Name, told.Body, StringComparison.Ordinal);
        Assert.Contains("Thursday, September 10, 2026", told.Body, StringComparison.Ordinal);
        Assert.Equal(2, (await app.Get<MiniGrantService>().HistoryAsync(Id, CancellationToken.None)).Length);
    }

    [Fact]
    public async Task The_same_answer_sent_twice_by_one_person_worries_nobody()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);
        var link = app.Link(LinkAction.Review, Pat);

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => app.PostAsync(link, "decision=reject&note=Not+now.")));

        Assert.All(answers, answer => Assert.Equal(303, answer.Status));
        Assert.Equal(2, (await app.Get<MiniGrantService>().HistoryAsync(Id, CancellationToken.None)).Length);
    }

    [Fact]
    public async Task A_decision_after_the_check_finds_the_request_expired()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);
        app.Clock.Now = CountedAt;

        var answer = await app.PostAsync(app.Link(LinkAction.Review, Pat), "decision=approve");

        Assert.Equal(409, answer.Status);
        Assert.IsType<MiniGrant.Expired>(await app.StateAsync());
        Assert.Contains("The request expired", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_became_of_an_approval_is_shown_with_it()
    {
        using var app = await PageApp.StartAsync(
            azurite, Submitted, new MiniGrantEvent.Approved(DecidedAt, Pat), new MiniGrantEvent.Cancelled(CountedAt, 9, null));

        var page = await app.GetAsync(app.Link(LinkAction.Review, Pat));

        Assert.Contains("Pat Lee approved the request.", page.Body, StringComparison.Ordinal);
        Assert.Contains("The session was cancelled: 9 people registered.", page.Body, StringComparison.Ordinal);
    }
}
