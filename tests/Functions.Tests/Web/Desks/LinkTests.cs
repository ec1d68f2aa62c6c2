using System.Text.Json;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Links;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Web.SampleGrants;

namespace TechPlan.Functions.Tests.Web.Desks;

/// <summary>Every way in which a link can fail to be one.</summary>
[Collection(AzuriteTests.Name)]
public sealed class LinkTests(AzuriteFixture azurite)
{
    private static readonly MiniGrantEvent.Submitted Submitted = new(SubmittedAt, SampleGrants.Submission);

    [Fact]
    public async Task A_cut_extended_changed_or_invented_link_says_what_to_do()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);
        var link = app.Link(LinkAction.Review, Pat);
        string[] broken =
        [
            .. Enumerable.Range(1, 12).Select(cut => link[..^cut]), link[..20], link + "A", link + "AAAAAAAA", Changed(link),
            "/review/x", "/review/%20", "/review/" + new string('a', 5000),
        ];

        foreach (var path in broken)
        {
            var (shown, posted) = (await app.GetAsync(path), await app.PostAsync(path, "decision=approve"));
            Assert.Equal((404, 404), (shown.Status, posted.Status));
            Assert.Contains("This link is not complete", shown.Body, StringComparison.Ordinal);
            Assert.Contains("copy all of it", shown.Body, StringComparison.Ordinal);
        }

        Assert.IsType<MiniGrant.UnderReview>(await app.StateAsync());
    }

    [Theory]
    [InlineData(LinkAction.Status, "review")]
    [InlineData(LinkAction.Hold, "review")]
    [InlineData(LinkAction.Review, "hold")]
    [InlineData(LinkAction.Review, "count")]
    [InlineData(LinkAction.Review, "status")]
    public async Task A_link_for_another_page_opens_nothing_here(LinkAction action, string page)
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);
        var token = app.Link(action, Pat).Split('/')[2];

        var answer = await app.GetAsync($"/{page}/{token}");

        Assert.Equal(404, answer.Status);
        Assert.Contains("This link is for another page", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_link_still_shows_how_things_stand_and_takes_nothing()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);
        var link = app.Link(LinkAction.Review, Pat, DecidedAt.AddMinutes(-1));

        var (shown, head, posted) = (await app.GetAsync(link), await app.HeadAsync(link), await app.PostAsync(link, "decision=approve"));

        Assert.Equal((410, 410, 410), (shown.Status, head.Status, posted.Status));
        Assert.Contains("The request waits for the specialist", shown.Body, StringComparison.Ordinal);
        Assert.Contains("Look for a newer email", shown.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", shown.Body, StringComparison.Ordinal);
        Assert.IsType<MiniGrant.UnderReview>(await app.StateAsync());
    }

    [Fact]
    public async Task Whoever_has_left_the_directory_decides_nothing_any_more()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);
        var former = new Person("Former Specialist", EmailAddress.Parse("former@example.org"));

        var answer = await app.PostAsync(app.Link(LinkAction.Review, former), "decision=approve");

        Assert.Equal(410, answer.Status);
        Assert.IsType<MiniGrant.UnderReview>(await app.StateAsync());
    }

    [Fact]
    public async Task Programs_get_a_problem_instead_of_a_page()
    {
        using var app = await PageApp.StartAsync(azurite, Submitted);

        var unknown = await app.GetAsync("/review/x", accept: "application/json");
        var invalid = await app.PostAsync(app.Link(LinkAction.Review, Pat), "decision=reject", accept: "application/problem+json");

        Assert.Equal("application/problem+json", unknown.Response.ContentType);
        Assert.Equal("no-store", unknown.Response.Headers.CacheControl);
        using var problem = JsonDocument.Parse(invalid.Body);
        Assert.Equal(422, problem.RootElement.GetProperty("status").GetInt32());
        Assert.Equal("/note", problem.RootElement.GetProperty("errors")[0].GetProperty("pointer").GetString());
    }

    /// <summary>The same link with one character of the id changed.</summary>
    private static string Changed(string link) => link[..12] + (link[12] == 'A' ? 'B' : 'A') + link[13..];
}
