using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Grants;

[Collection(AzuriteTests.Name)]
public sealed class MiniGrantServiceTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task MG_10_A_decision_stands_in_the_table_with_its_event_and_its_notices()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();

        var outcome = await app.ExecuteAsync(id, new MiniGrantCommand.Approve(TestApp.Pat));

        Assert.True(Assert.IsType<CommandOutcome.Done>(outcome).Changed);
        Assert.IsType<MiniGrant.Approved>(await app.StateAsync(id));
        Assert.Equal(["body", "event|000001", "event|000002", "outbox|000002|00", "state"], (await app.RowsAsync(id)).Select(row => row.RowKey));
    }

    [Fact]
    public async Task The_state_is_what_replaying_the_stored_events_gives()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.ApprovedAsync();
        await app.ExecuteAsync(id, new MiniGrantCommand.HoldAnyway(TestApp.Pat, "Two schools are coming."));
        await app.ExecuteAsync(id, new MiniGrantCommand.Withdraw(TestApp.Dana, "The trainer is ill."));

        var history = await app.Get<MiniGrantService>().HistoryAsync(id, CancellationToken.None);

        Assert.Equal(4, history.Length);
        var replayed = Assert.IsType<MiniGrant.Withdrawn>(MiniGrantWorkflow.Replay(history));
        var stored = Assert.IsType<MiniGrant.Withdrawn>(await app.StateAsync(id));
        Assert.Equal((replayed.At, replayed.By, replayed.Reason), (stored.At, stored.By, stored.Reason));
        Assert.Equal(replayed.Submission.Request.Session, stored.Submission.Request.Session);
    }

    [Fact]
    public async Task Two_people_who_decide_at_once_give_one_decision_and_both_are_told()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();

        var outcomes = await Task.WhenAll(
            app.ExecuteAsync(id, new MiniGrantCommand.Approve(TestApp.Pat)),
            app.ExecuteAsync(id, new MiniGrantCommand.Reject(TestApp.Robin, "No budget.")));

        Assert.Single(outcomes.OfType<CommandOutcome.Done>());
        var refused = Assert.Single(outcomes.OfType<CommandOutcome.Refused>());
        Assert.Equal("already-decided", refused.Reasons[0].Code);
        Assert.Equal((await app.StateAsync(id))!.GetType(), refused.State.GetType());
    }

    [Fact]
    public async Task The_same_decision_ten_times_at_once_is_one_decision()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => app.ExecuteAsync(id, new MiniGrantCommand.Approve(TestApp.Pat))));

        Assert.Single(outcomes, outcome => outcome is CommandOutcome.Done { Changed: true });
        Assert.Equal(9, outcomes.Count(outcome => outcome is CommandOutcome.Done { Changed: false }));
    }

    [Fact]
    public async Task What_the_rules_refuse_is_refused_and_leaves_no_mark()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();
        var row = await app.OpenRowAsync(id);

        var outcome = await app.ExecuteAsync(id, new MiniGrantCommand.Reject(TestApp.Pat, " "));

        Assert.Equal("note-required", Assert.Single(Assert.IsType<CommandOutcome.Refused>(outcome).Reasons).Code);
        Assert.Equal(row!.ETag, (await app.OpenRowAsync(id))!.ETag);
    }

    [Fact]
    public async Task An_unknown_id_is_not_found()
    {
        await using var app = await TestApp.StartAsync(azurite);

        Assert.IsType<CommandOutcome.NotFound>(await app.ExecuteAsync(MiniGrantId.For("webhook:unheard"), new MiniGrantCommand.Approve(TestApp.Pat)));
    }

    [Fact]
    public async Task What_was_due_before_a_person_came_is_decided_first()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();
        app.Clock.FreezeAt(new DateTimeOffset(2099, 11, 4, 12, 0, 0, TimeSpan.Zero));

        var outcome = await app.ExecuteAsync(id, new MiniGrantCommand.Approve(TestApp.Pat));

        Assert.IsType<MiniGrant.Expired>(Assert.IsType<CommandOutcome.Refused>(outcome).State);
        Assert.IsType<MiniGrant.Expired>(await app.StateAsync(id));
    }
}
