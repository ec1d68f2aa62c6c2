using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Grants;

/// <summary>The marker: put up before a commit, taken down only by whoever has seen that commit.</summary>
[Collection(AzuriteTests.Name)]
public sealed class OpenWorkTests(AzuriteFixture azurite)
{
    private static readonly DateTimeOffset NextWeek = new(2099, 9, 15, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Between_commit_and_nudge_the_marker_stands()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var id = await app.ApprovedAsync();

        Assert.Equal(app.Clock.GetUtcNow(), (await app.OpenRowAsync(id))!.GetDateTimeOffset("Due"));
    }

    [Fact]
    public async Task A_run_that_saw_the_commit_takes_the_marker_down()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.ApprovedAsync();

        var wakeAt = await app.AdvanceAsync(id);

        Assert.Equal(wakeAt, (await app.OpenRowAsync(id))!.GetDateTimeOffset("Due"));
        Assert.True(wakeAt > app.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_run_that_did_not_see_it_leaves_the_marker_and_looks_again_soon()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();
        var table = app.Get<OpenWorkTable>();
        var seen = (await app.Get<MiniGrantStore>().ReadAsync(id, CancellationToken.None))!.Mark;

        await table.MarkAsync(id, CancellationToken.None);
        var wakeAt = await table.SettleAsync(id, seen, NextWeek, CancellationToken.None);

        Assert.Equal(app.Clock.GetUtcNow() + OpenWorkTable.Patience, wakeAt);
        Assert.Equal(app.Clock.GetUtcNow(), (await app.OpenRowAsync(id))!.GetDateTimeOffset("Due"));
    }

    [Fact]
    public async Task A_marker_whose_commit_never_came_is_taken_down_after_a_while()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();
        var table = app.Get<OpenWorkTable>();
        await table.MarkAsync(id, CancellationToken.None);
        app.Clock.FreezeAt(app.Clock.GetUtcNow() + OpenWorkTable.Patience);

        var wakeAt = await table.SettleAsync(id, "W/\"stale\"", NextWeek, CancellationToken.None);

        Assert.Equal(NextWeek, wakeAt);
        Assert.Equal(NextWeek, (await app.OpenRowAsync(id))!.GetDateTimeOffset("Due"));
    }

    [Fact]
    public async Task Settling_twice_is_settling_once()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.ApprovedAsync();

        var first = await app.AdvanceAsync(id);

        Assert.Equal(first, await app.AdvanceAsync(id));
        Assert.Equal(first, (await app.OpenRowAsync(id))!.GetDateTimeOffset("Due"));
    }

    [Fact]
    public async Task A_mini_grant_that_waits_for_nothing_has_no_row()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();
        await app.ExecuteAsync(id, new MiniGrantCommand.Reject(TestApp.Pat, "No budget."));

        Assert.Null(await app.AdvanceAsync(id));
        Assert.Null(await app.OpenRowAsync(id));
    }

    [Fact]
    public async Task A_record_is_taken_back_only_while_nobody_has_marked_it()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var table = app.Get<OpenWorkTable>();
        var (left, marked) = (await app.TakenAsync("msg_left"), await app.TakenAsync("msg_marked"));
        var versions = (Left: (await app.OpenRowAsync(left))!.ETag.ToString(), Marked: (await app.OpenRowAsync(marked))!.ETag.ToString());
        await table.MarkAsync(marked, CancellationToken.None);

        await table.ForgetAsync(left, versions.Left, CancellationToken.None);
        await table.ForgetAsync(marked, versions.Marked, CancellationToken.None);

        Assert.Null(await app.OpenRowAsync(left));
        Assert.NotNull(await app.OpenRowAsync(marked));
    }

    [Fact]
    public async Task Mail_that_must_wait_is_what_is_waited_for()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var later = app.Clock.GetUtcNow().AddMinutes(7);
        var id = await app.TakenAsync();
        app.Mail.RetryAt = () => later;

        Assert.Equal(later, await app.AdvanceAsync(id));
        Assert.Equal(later, (await app.OpenRowAsync(id))!.GetDateTimeOffset("Due"));
    }
}
