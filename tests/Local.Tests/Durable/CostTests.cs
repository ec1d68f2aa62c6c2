using Azure.Core;
using Azure.Data.Tables;
using TechPlan.Local.Durable.Storage;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Durable;

[Collection(AzuriteTests.Name)]
public sealed class CostTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_generation_with_two_activities_costs_four_table_requests()
    {
        var probe = new RequestProbe();
        await using var engine = await LoopingAsync(probe);
        var id = await engine.ScheduleAsync("loop");
        await engine.IdleAsync();
        var before = probe.Requests.Count;

        for (var generation = 0; generation < 10; generation++)
        {
            await engine.Client.RaiseEventAsync(id, "nudge");
            await engine.IdleAsync();
        }

        Assert.Equal(4 * 10, probe.Requests.Count - before);
    }

    [Fact]
    public async Task An_instance_that_waits_costs_nothing()
    {
        var probe = new RequestProbe();
        await using var engine = await LoopingAsync(probe);
        var id = await engine.ScheduleAsync("loop");
        await engine.IdleAsync();
        var before = probe.Requests.Count;

        await engine.Client.GetInstanceAsync(id);
        await engine.MoveAsync(TimeSpan.FromHours(1));

        Assert.Equal(before, probe.Requests.Count);
    }

    [Fact]
    public async Task Six_hundred_instances_are_in_flight_at_once()
    {
        await using var engine = await Loop(new EngineFixture()).StartAsync();
        var ids = await Task.WhenAll(Enumerable.Range(0, 600).Select(number => engine.ScheduleAsync("loop", id: $"grant-{number:D3}")));
        await engine.IdleAsync();

        await Task.WhenAll(ids.Select(id => engine.Client.RaiseEventAsync(id, "nudge")));
        await engine.IdleAsync();
        await engine.MoveAsync(TimeSpan.FromDays(10));

        var states = await Task.WhenAll(ids.Select(engine.StateOfAsync));
        Assert.All(states, state => Assert.Equal(2, state.ReadInputAs<int>()));
    }

    private async Task<EngineFixture> LoopingAsync(RequestProbe probe)
    {
        var options = new TableClientOptions();
        options.AddPolicy(probe, HttpPipelinePosition.PerRetry);
        return await Loop(new EngineFixture { Store = new TableHistoryStore(azurite.Service(options), azurite.NewName()) }).StartAsync();
    }

    /// <summary>Event or deadline, advance, deliver, and over again.</summary>
    private static EngineFixture Loop(EngineFixture engine) => engine
        .Orchestrator("loop", async context =>
        {
            await context.CallActivityAsync("advance", context.InstanceId);
            await context.CallActivityAsync("deliver", context.InstanceId);
            using var stop = new CancellationTokenSource();
            var nudge = context.WaitForExternalEvent<object>("nudge");
            var deadline = context.CreateTimer(TimeSpan.FromDays(7), stop.Token);
            if (await Task.WhenAny(nudge, deadline) == nudge)
            {
                stop.Cancel();
            }

            context.ContinueAsNew(context.GetInput<int>() + 1, preserveUnprocessedEvents: false);
            return null;
        })
        .Activity<string>("advance", _ => Task.FromResult<object?>(null))
        .Activity<string>("deliver", _ => Task.FromResult<object?>(null));
}
