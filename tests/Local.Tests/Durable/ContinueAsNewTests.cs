using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TechPlan.Local.Tests.Durable;

public sealed class ContinueAsNewTests
{
    [Theory]
    [InlineData(true, "1 2 3 4 5")]
    [InlineData(false, "1 end")]
    public async Task Events_raised_at_once_are_all_kept_or_only_the_processed_one(bool preserve, string expected)
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("loop", async context =>
            {
                var seen = context.GetInput<string>() ?? string.Empty;
                var next = await context.WaitForExternalEvent<string>("e");
                seen = $"{seen} {next}".Trim();
                if (next is not ("5" or "end"))
                {
                    context.ContinueAsNew(seen, preserve);
                }

                return seen;
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("loop");
        await engine.IdleAsync();
        await RaiseAtOnceAsync(engine, id, 5);
        if (!preserve)
        {
            await engine.Client.RaiseEventAsync(id, "e", "end");
        }

        Assert.Equal(expected, (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Kept_events_survive_a_restart_between_two_generations()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("loop", async context =>
            {
                var seen = context.GetInput<string>() ?? string.Empty;
                await context.CallActivityAsync("work");
                seen += await context.WaitForExternalEvent<string>("e");
                if (seen.Length < 3)
                {
                    context.ContinueAsNew(seen);
                }

                return seen;
            })
            .Activity<object>("work", _ => Task.FromResult<object?>(null))
            .StartAsync();
        var id = await engine.ScheduleAsync("loop");
        await engine.IdleAsync();
        await RaiseAtOnceAsync(engine, id, 3);

        await engine.RestartAsync();

        Assert.Equal("123", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Code_after_it_still_runs_and_what_it_returns_is_discarded()
    {
        var after = 0;
        await using var engine = await new EngineFixture()
            .Orchestrator("again", async context =>
            {
                if (context.GetInput<int>() == 1)
                {
                    return "second";
                }

                context.ContinueAsNew(1);
                await context.CallActivityAsync("after");
                return "first";
            })
            .Activity<object>("after", _ =>
            {
                after++;
                return Task.FromResult<object?>(null);
            })
            .StartAsync();

        var end = await engine.EndOfAsync(await engine.ScheduleAsync("again"));

        Assert.Equal("second", end.ReadOutputAs<string>());
        Assert.Equal(1, after);
    }

    [Fact]
    public async Task An_uncancelled_timer_delays_the_next_generation()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("again", context =>
            {
                if (context.GetInput<int>() == 0)
                {
                    _ = context.CreateTimer(TimeSpan.FromHours(3), CancellationToken.None);
                    context.ContinueAsNew(1);
                }

                return Task.FromResult<object?>(context.CurrentUtcDateTime);
            })
            .StartAsync();
        var begun = engine.Clock.GetUtcNow();
        var id = await engine.ScheduleAsync("again");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await engine.StateOfAsync(id)).RuntimeStatus);

        await engine.MoveAsync(TimeSpan.FromHours(3));

        Assert.Equal(begun.UtcDateTime.AddHours(3), (await engine.EndOfAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task History_does_not_grow_over_generations()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("loop", async context =>
            {
                await context.WaitForExternalEvent<string>("e");
                context.ContinueAsNew(context.GetInput<int>() + 1, preserveUnprocessedEvents: false);
                return null;
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("loop");
        for (var generation = 0; generation < 20; generation++)
        {
            await engine.IdleAsync();
            await engine.Client.RaiseEventAsync(id, "e", "x");
        }

        var state = await engine.StateOfAsync(id);
        var stored = await engine.Store.LoadAsync(id, default);
        Assert.Equal(20, state.ReadInputAs<int>());
        Assert.Single(stored!.History);
        Assert.Empty(stored.Inbox);
    }

    [Fact]
    public async Task Each_generation_counts_as_created_anew_and_keeps_version_and_status()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("loop", async context =>
            {
                context.SetCustomStatus("set once");
                await context.WaitForExternalEvent<string>("e");
                context.ContinueAsNew(new ContinueAsNewOptions { NewVersion = context.Version + ".1" });
                return null;
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("loop");
        var first = await engine.StateOfAsync(id);
        await engine.MoveAsync(TimeSpan.FromDays(1));
        await engine.Client.RaiseEventAsync(id, "e", "x");

        var second = await engine.StateOfAsync(id);

        Assert.Equal(first.CreatedAt.AddDays(1), second.CreatedAt);
        Assert.Equal("set once", second.ReadCustomStatusAs<string>());
        Assert.Equal("1.0.1", (await engine.Store.LoadAsync(id, default))!.Record.Version);
    }

    private static async Task RaiseAtOnceAsync(EngineFixture engine, string id, int count)
    {
        await engine.Client.SuspendInstanceAsync(id);
        foreach (var number in Enumerable.Range(1, count))
        {
            await engine.Client.RaiseEventAsync(id, "e", number.ToString(CultureInfo.InvariantCulture));
        }

        await engine.Client.ResumeInstanceAsync(id);
        await engine.IdleAsync();
    }
}
