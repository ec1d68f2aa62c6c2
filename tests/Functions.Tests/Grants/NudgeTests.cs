using Azure;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Grants;

/// <summary>Engines differ in what a second start or an event for nobody does, so the table decides.</summary>
[Collection(AzuriteTests.Name)]
public sealed class NudgeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_running_orchestration_gets_the_event_and_no_second_start()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var engine = new ScriptedEngine();

        await app.Get<Nudge>().SendAsync(engine, await app.FiledAsync(), CancellationToken.None);

        Assert.Single(engine.Raised);
        Assert.Empty(engine.Started);
    }

    [Fact]
    public async Task An_event_for_nobody_starts_the_orchestration_of_an_open_mini_grant()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var engine = new ScriptedEngine { RaiseFails = new InvalidOperationException("no such instance") };
        var id = await app.FiledAsync();

        await app.Get<Nudge>().SendAsync(engine, id, CancellationToken.None);

        Assert.Equal([id.Value], engine.Started);
    }

    [Fact]
    public async Task A_finished_mini_grant_is_not_started_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var engine = new ScriptedEngine { RaiseFails = new InvalidOperationException("no such instance") };
        var id = await app.FiledAsync();
        await app.ExecuteAsync(id, new MiniGrantCommand.Withdraw(TestApp.Dana, "The trainer is ill."));
        await app.AdvanceAsync(id);

        await app.Get<Nudge>().SendAsync(engine, id, CancellationToken.None);

        Assert.Empty(engine.Started);
    }

    [Fact]
    public async Task A_start_that_somebody_else_won_is_no_failure()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var engine = new ScriptedEngine { StartFails = new InvalidOperationException("already exists") };

        await app.Get<Nudge>().StartAsync(engine, await app.FiledAsync(), CancellationToken.None);

        Assert.Single(engine.Started);
    }

    [Fact]
    public async Task An_engine_that_gives_up_on_its_own_fails_nobody()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var engine = new ScriptedEngine { RaiseFails = new TaskCanceledException("timeout"), StartFails = new OperationCanceledException("timeout") };

        await app.Get<Nudge>().SendAsync(engine, await app.FiledAsync(), CancellationToken.None);

        Assert.Single(engine.Started);
    }

    [Fact]
    public async Task A_table_that_cannot_be_read_fails_nobody()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var engine = ScriptedEngine.Down();
        var id = await app.FiledAsync();
        app.Requests.Answer = _ => throw new RequestFailedException(403, "no");

        await app.Get<Nudge>().SendAsync(engine, id, CancellationToken.None);

        Assert.Empty(engine.Started);
    }

    [Fact]
    public async Task A_caller_who_gives_up_is_let_go()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var engine = new ScriptedEngine { RaiseFails = new OperationCanceledException() };
        var id = await app.FiledAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => app.Get<Nudge>().SendAsync(engine, id, new CancellationToken(canceled: true)));
    }
}
