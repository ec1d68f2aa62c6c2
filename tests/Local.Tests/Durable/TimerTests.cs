using Microsoft.DurableTask.Client;

namespace TechPlan.Local.Tests.Durable;

public sealed class TimerTests
{
    [Fact]
    public async Task An_event_beats_a_timer_that_is_not_due()
    {
        await using var engine = await Racing().StartAsync();
        var id = await engine.ScheduleAsync("race");
        await engine.IdleAsync();

        await engine.Client.RaiseEventAsync(id, "e", "x");

        Assert.Equal("event", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_timer_beats_an_event_that_does_not_come()
    {
        await using var engine = await Racing().StartAsync();
        var id = await engine.ScheduleAsync("race");

        await engine.MoveAsync(TimeSpan.FromHours(1));

        Assert.Equal("timer", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_timer_does_not_fire_early()
    {
        await using var engine = await Racing().StartAsync();
        var id = await engine.ScheduleAsync("race");

        await engine.MoveAsync(TimeSpan.FromHours(1) - TimeSpan.FromTicks(1));

        Assert.Equal(OrchestrationRuntimeStatus.Running, (await engine.StateOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task An_event_and_the_timer_that_it_cancels_may_come_at_the_same_moment()
    {
        await using var engine = await Racing().StartAsync();
        var id = await engine.ScheduleAsync("race");
        await engine.IdleAsync();
        await engine.Client.SuspendInstanceAsync(id);
        await engine.Client.RaiseEventAsync(id, "e", "x");
        await engine.MoveAsync(TimeSpan.FromHours(1));

        await engine.Client.ResumeInstanceAsync(id);

        Assert.Equal("event", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_timer_left_uncancelled_keeps_the_instance_running_until_it_fires()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("leave", context =>
            {
                _ = context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return Task.FromResult<object?>("done");
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("leave");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await engine.StateOfAsync(id)).RuntimeStatus);

        await engine.MoveAsync(TimeSpan.FromHours(1));

        Assert.Equal("done", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Timers_fire_in_order_and_the_code_sees_their_time()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("order", async context =>
            {
                var begun = context.CurrentUtcDateTime;
                var late = context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                var first = context.CurrentUtcDateTime - begun;
                await late;
                return $"{first.TotalDays} {(context.CurrentUtcDateTime - begun).TotalDays}";
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("order");

        await engine.MoveAsync(TimeSpan.FromDays(5));

        Assert.Equal("1 2", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_timer_in_the_past_fires_at_once()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("past", async context =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
                return "fired";
            })
            .StartAsync();

        var end = await engine.EndOfAsync(await engine.ScheduleAsync("past"));

        Assert.Equal("fired", end.ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_timer_fires_by_itself_when_time_passes()
    {
        await using var engine = new EngineFixture();
        engine.Clock.RunFrom(engine.Clock.GetUtcNow());
        engine.Orchestrator("nap", async context =>
        {
            await context.CreateTimer(TimeSpan.FromMilliseconds(50), CancellationToken.None);
            return context.CurrentUtcDateTime;
        });
        await engine.StartAsync();
        var before = engine.Clock.GetUtcNow();

        var end = await engine.EndOfAsync(await engine.ScheduleAsync("nap"));

        Assert.True(end.ReadOutputAs<DateTime>() >= before.UtcDateTime.AddMilliseconds(50));
    }

    [Fact]
    public async Task Timers_are_taken_up_after_a_restart()
    {
        await using var engine = await Racing().StartAsync();
        var id = await engine.ScheduleAsync("race");
        await engine.IdleAsync();

        await engine.RestartAsync();
        await engine.MoveAsync(TimeSpan.FromHours(1));

        Assert.Equal("timer", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    private static EngineFixture Racing() => new EngineFixture().Orchestrator("race", async context =>
    {
        using var cancel = new CancellationTokenSource();
        var waiting = context.WaitForExternalEvent<string>("e");
        var timer = context.CreateTimer(TimeSpan.FromHours(1), cancel.Token);
        if (await Task.WhenAny(waiting, timer) == timer)
        {
            return "timer";
        }

        cancel.Cancel();
        return "event";
    });
}
