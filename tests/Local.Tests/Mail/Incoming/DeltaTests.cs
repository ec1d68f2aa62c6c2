using System.Net.Http.Json;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.MailFolders.Item.Messages.Delta;
using Microsoft.Graph.Users.Item.Messages.Item.Move;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Tests.Mail.Incoming;

public sealed class DeltaTests
{
    private const string Immutable = "IdType=\"ImmutableId\"";

    [Fact]
    public async Task A_round_is_read_in_pages_and_the_next_tells_only_what_is_new()
    {
        await using var app = await MailApp.StartAsync();
        for (var number = 0; number < 5; number++)
        {
            await app.DeliverAsync(Letters.Plain($"Mail {number}"));
        }

        var (first, link) = await RoundAsync(app, await BeginAsync(app));
        await app.DeliverAsync(Letters.Plain("Mail 5"));
        var (second, later) = await RoundAsync(app, await FollowAsync(app, link));
        var (third, _) = await RoundAsync(app, await FollowAsync(app, later));

        Assert.Equal(["Mail 0", "Mail 1", "Mail 2", "Mail 3", "Mail 4"], first.Select(message => message.Subject!));
        Assert.Equal("Mail 5", Assert.Single(second).Subject);
        Assert.Empty(third);
    }

    [Fact]
    public async Task What_was_moved_away_is_told_as_removed_and_what_was_read_is_not_new()
    {
        await using var app = await MailApp.StartAsync();
        var (moved, read) = (await app.DeliverAsync(Letters.Plain()), await app.DeliverAsync(Letters.Plain()));
        var (_, link) = await RoundAsync(app, await BeginAsync(app));

        await app.Graph.Users[Letters.Intake].Messages[moved.Id].Move.PostAsync(new MovePostRequestBody { DestinationId = "archive" }, request => request.Headers.Add("Prefer", Immutable));
        await app.Graph.Users[Letters.Intake].Messages[read.Id].PatchAsync(new Message { IsRead = true });
        var (changes, _) = await RoundAsync(app, await FollowAsync(app, link));

        var removed = Assert.Single(changes);
        Assert.Equal(moved.Id, removed.Id);
        Assert.True(removed.AdditionalData.ContainsKey("@removed"));
    }

    [Fact]
    public async Task A_link_outlives_the_process()
    {
        var rows = new ForgetfulRows();
        string path;
        await using (var app = await MailApp.StartAsync(rows))
        {
            await app.DeliverAsync(Letters.Plain());
            path = new Uri((await RoundAsync(app, await BeginAsync(app))).Link).PathAndQuery;
        }

        await using var again = await MailApp.StartAsync(rows);
        await again.DeliverAsync(Letters.Plain("New"));

        var (messages, _) = await RoundAsync(again, await FollowAsync(again, new Uri(again.Http.BaseAddress!, path).ToString()));
        Assert.Equal("New", Assert.Single(messages).Subject);
    }

    [Theory]
    [InlineData(410, "SyncStateNotFound")]
    [InlineData(404, "syncStateNotFound")]
    [InlineData(400, "syncStateNotFound")]
    public async Task A_link_expires_on_demand_and_a_new_round_begins(int status, string code)
    {
        await using var app = await MailApp.StartAsync();
        await app.DeliverAsync(Letters.Plain());
        var (_, link) = await RoundAsync(app, await BeginAsync(app));
        (await app.Http.PostAsJsonAsync("/local/mail/delta", new { expire = status })).EnsureSuccessStatusCode();

        var error = await Assert.ThrowsAsync<ODataError>(() => FollowAsync(app, link));

        Assert.Equal((status, code), (error.ResponseStatusCode, error.Error!.Code));
        Assert.Equal(status == 410, error.ResponseHeaders.ContainsKey("Location"));
        Assert.Single((await RoundAsync(app, await BeginAsync(app))).Messages);
    }

    private static async Task<DeltaGetResponse> BeginAsync(MailApp app) =>
        (await app.Graph.Users[Letters.Intake].MailFolders["inbox"].Messages.Delta.GetAsDeltaGetResponseAsync(request =>
        {
            request.QueryParameters.ChangeType = "created";
            request.QueryParameters.Select = ["subject"];
            request.Headers.Add("Prefer", [Immutable, "odata.maxpagesize=2"]);
        }))!;

    private static async Task<DeltaGetResponse> FollowAsync(MailApp app, string link) =>
        (await new DeltaRequestBuilder(link, app.Graph.RequestAdapter).GetAsDeltaGetResponseAsync(request =>
            request.Headers.Add("Prefer", [Immutable, "odata.maxpagesize=2"])))!;

    private static async Task<(IReadOnlyList<Message> Messages, string Link)> RoundAsync(MailApp app, DeltaGetResponse page)
    {
        var messages = new List<Message>(page.Value!);
        while (page.OdataNextLink is { } next)
        {
            page = await FollowAsync(app, next);
            Assert.True(page.Value!.Count <= 2);
            messages.AddRange(page.Value!);
        }

        return (messages, page.OdataDeltaLink!);
    }
}
