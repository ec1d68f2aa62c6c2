using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Grants;

[Collection(AzuriteTests.Name)]
public sealed class FilingTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task One_transaction_holds_the_state_the_event_its_notices_and_what_came_in()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.TakenAsync();
        var before = app.Requests.Requests.Count;

        var advanced = await app.Activities.AdvanceMiniGrant(id.Value, CancellationToken.None);

        Assert.True(advanced.MailWaits);
        var rows = await app.RowsAsync(id);
        Assert.Equal(["body", "event|000001", "outbox|000001|00", "outbox|000001|01", "state"], rows.Select(row => row.RowKey));
        Assert.Equal(WebhookForms.Body(), rows[0].GetBytes("Body"));
        Assert.Equal(1, app.Requests.Requests.Skip(before).Count(request => request.EndsWith("/$batch", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task What_came_in_leaves_the_marker_once_it_is_filed()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var id = await app.FiledAsync();

        var row = (await app.OpenRowAsync(id))!;
        Assert.Null(row.GetText("Verdict"));
        Assert.Null(row.GetBytes("Body"));
        Assert.True(row.GetDateTimeOffset("Due") > app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task Filing_twice_is_filing_once()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();

        await app.AdvanceAsync(id);
        await app.AdvanceAsync(id);

        Assert.Equal(["RequestReceived to LeadItl", "PleaseReview to Specialist"], app.Mail.Sent);
        Assert.Single(await app.RowsAsync(id), row => row.RowKey.StartsWith("event|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_runs_that_file_at_once_file_one_mini_grant()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.TakenAsync();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Activities.AdvanceMiniGrant(id.Value, CancellationToken.None)));

        Assert.Equal(2, (await app.RowsAsync(id)).Count(row => row.RowKey.StartsWith("outbox|", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_verdict_given_at_the_door_binds()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.TakenAsync();
        app.Clock.FreezeAt(new DateTimeOffset(2099, 10, 28, 12, 0, 0, TimeSpan.Zero));

        await app.AdvanceAsync(id);

        var state = Assert.IsType<MiniGrant.UnderReview>(await app.StateAsync(id));
        Assert.Equal(new DateTimeOffset(2099, 9, 8, 15, 0, 0, TimeSpan.Zero), state.Submission.SubmittedAt);
    }

    [Fact]
    public async Task The_same_school_and_date_again_is_flagged()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var first = await app.FiledAsync("msg_1");

        var second = await app.FiledAsync("msg_2");

        Assert.Empty((await app.StateAsync(first))!.Submission.Flags);
        var flag = Assert.Single((await app.StateAsync(second))!.Submission.Flags);
        Assert.Equal(FlagKind.SameSchoolAndDate, flag.Kind);
        Assert.Contains(first.Value, flag.Detail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_came_by_mail_goes_on_in_its_conversation_and_shows_how_it_was_read(bool inTheSameProcess)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var incoming = WebhookForms.Incoming("msg_1") with { Conversation = "AAMkAD=", ReadAs = ["“11/4” was read as November 4, 2099."] };
        var taken = (IntakeOutcome.Taken)await app.Get<IntakeService>().TakeInAsync(incoming, CancellationToken.None);
        if (!inTheSameProcess)
        {
            app.Get<Handover<RecordedSubmission>>().Take(taken.Id);
        }

        var advanced = await app.Activities.AdvanceMiniGrant(taken.Id.Value, CancellationToken.None);

        Assert.True(advanced.MailWaits);
        Assert.Equal("AAMkAD=", app.Get<Handover<MiniGrantWork>>().Take(taken.Id)!.Conversation);
        Assert.Equal("AAMkAD=", (await app.Get<MiniGrantStore>().ReadWorkAsync(taken.Id, CancellationToken.None)).Conversation);
        var flag = Assert.Single((await app.StateAsync(taken.Id))!.Submission.Flags);
        Assert.Equal((FlagKind.ReadFromForm, incoming.ReadAs[0]), (flag.Kind, flag.Detail));
    }

    [Fact]
    public async Task An_id_under_which_nothing_waits_leads_to_nothing()
    {
        await using var app = await TestApp.StartAsync(azurite);

        Assert.Null(await app.AdvanceAsync(MiniGrantId.For("webhook:unheard")));
    }
}
