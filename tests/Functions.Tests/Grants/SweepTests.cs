using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Grants;

[Collection(AzuriteTests.Name)]
public sealed class SweepTests(AzuriteFixture azurite)
{
    private readonly ScriptedEngine _engine = new();

    [Fact]
    public async Task A_nudge_that_was_lost_is_made_up_for()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.ApprovedAsync();
        _engine.Instances[id.Value] = OrchestrationRuntimeStatus.Running;
        app.Clock.FreezeAt(app.Clock.GetUtcNow().AddMinutes(2));

        await SweepAsync(app);

        Assert.Equal([id.Value], _engine.Raised);
    }

    [Fact]
    public async Task A_request_whose_start_was_lost_is_started()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.TakenAsync();
        app.Clock.FreezeAt(app.Clock.GetUtcNow().AddMinutes(2));

        await SweepAsync(app);

        Assert.Equal([id.Value], _engine.Started);
    }

    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Failed)]
    [InlineData(OrchestrationRuntimeStatus.Terminated)]
    [InlineData(OrchestrationRuntimeStatus.Completed)]
    [InlineData(null)]
    public async Task An_open_mini_grant_without_a_living_orchestration_is_started_though_nothing_is_due(OrchestrationRuntimeStatus? status)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();
        if (status is { } known)
        {
            _engine.Instances[id.Value] = known;
        }

        await SweepAsync(app);

        Assert.Equal([id.Value], _engine.Started);
    }

    [Fact]
    public async Task What_runs_and_is_not_due_is_left_alone()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.FiledAsync();
        _engine.Instances[id.Value] = OrchestrationRuntimeStatus.Running;

        await SweepAsync(app);

        Assert.Empty(_engine.Raised);
        Assert.Empty(_engine.Started);
    }

    [Fact]
    public async Task What_has_just_come_in_is_left_to_its_own_start()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.TakenAsync();

        await SweepAsync(app);

        Assert.Empty(_engine.Started);
    }

    [Fact]
    public async Task What_a_person_suspended_is_left_alone()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = await app.ApprovedAsync();
        _engine.Instances[id.Value] = OrchestrationRuntimeStatus.Suspended;
        app.Clock.FreezeAt(app.Clock.GetUtcNow().AddDays(1));

        await SweepAsync(app);

        Assert.Empty(_engine.Raised);
    }

    [Fact]
    public async Task Every_shard_is_looked_at()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var ids = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => app.TakenAsync($"msg_{i}")));
        app.Clock.FreezeAt(app.Clock.GetUtcNow().AddMinutes(2));

        await SweepAsync(app);

        Assert.Equal(ids.Select(id => id.Value).Order(), _engine.Started.Order());
    }

    [Fact]
    public async Task One_that_makes_trouble_does_not_keep_the_others_from_being_found()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var ids = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => app.TakenAsync($"msg_{i}")));
        app.Clock.FreezeAt(app.Clock.GetUtcNow().AddMinutes(2));
        _engine.Unreadable.Add(ids[7].Value);

        var problem = await Assert.ThrowsAsync<InvalidOperationException>(() => SweepAsync(app));

        Assert.Contains("1 of 30", problem.Message, StringComparison.Ordinal);
        Assert.Equal(ids.Select(id => id.Value).Except([ids[7].Value]).Order(), _engine.Started.Order());
    }

    private Task SweepAsync(TestApp app) =>
        new Sweep(app.Get<OpenWorkTable>(), app.Get<Nudge>(), app.Clock, NullLogger<Sweep>.Instance).RunAsync(new TimerInfo(), _engine, CancellationToken.None);
}
