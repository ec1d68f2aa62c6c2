namespace TechPlan.Local.Tests.Durable;

public sealed class ExternalEventTests
{
    [Fact]
    public async Task An_event_raised_before_the_wait_is_kept_for_it()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("wait", async context =>
            {
                await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                return await context.WaitForExternalEvent<string>("go");
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("wait");
        await engine.Client.RaiseEventAsync(id, "go", "early");

        await engine.MoveAsync(TimeSpan.FromHours(2));

        Assert.Equal("early", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Names_are_compared_without_regard_to_case()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("wait", async context => await context.WaitForExternalEvent<int>("Decided"))
            .StartAsync();
        var id = await engine.ScheduleAsync("wait");

        await engine.Client.RaiseEventAsync(id, "DECIDED", 7);

        Assert.Equal(7, (await engine.EndOfAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Kept_events_are_handed_out_oldest_first()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("wait", async context =>
            {
                await context.WaitForExternalEvent<string>("begin");
                return await context.WaitForExternalEvent<string>("e") + await context.WaitForExternalEvent<string>("e") + await context.WaitForExternalEvent<string>("e");
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("wait");
        foreach (var letter in new[] { "a", "b", "c" })
        {
            await engine.Client.RaiseEventAsync(id, "e", letter);
        }

        await engine.Client.RaiseEventAsync(id, "begin", "now");

        Assert.Equal("abc", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task The_youngest_waiter_gets_the_event()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("wait", async context =>
            {
                var first = context.WaitForExternalEvent<string>("e");
                var second = context.WaitForExternalEvent<string>("e");
                return await Task.WhenAny(first, second) == second ? "second" : "first";
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("wait");

        await engine.Client.RaiseEventAsync(id, "e", "x");

        Assert.Equal("second", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Theory]
    [InlineData(true, "second")]
    [InlineData(false, "swallowed")]
    public async Task An_abandoned_waiter_takes_the_next_event_unless_it_was_cancelled(bool cancelled, string expected)
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("wait", async context =>
            {
                var begin = context.WaitForExternalEvent<string>("begin");
                using var cancel = new CancellationTokenSource();
                var kept = context.WaitForExternalEvent<string>("e");
                var abandoned = context.WaitForExternalEvent<string>("e", cancel.Token);
                await begin;
                if (cancelled)
                {
                    cancel.Cancel();
                }

                var timer = context.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                await timer;
                return kept.IsCompleted ? "second" : "swallowed";
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("wait");
        await engine.Client.RaiseEventAsync(id, "begin", "now");
        await engine.IdleAsync();

        await engine.Client.RaiseEventAsync(id, "e", "x");
        await engine.MoveAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(expected, (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_wait_with_a_timeout_throws_when_the_time_is_over()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("wait", async context =>
            {
                try
                {
                    return await context.WaitForExternalEvent<string>("never", TimeSpan.FromDays(2));
                }
                catch (TaskCanceledException)
                {
                    return "too late";
                }
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("wait");

        await engine.MoveAsync(TimeSpan.FromDays(3));

        Assert.Equal("too late", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_wait_with_a_timeout_that_was_met_leaves_no_timer_behind()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("wait", async context => await context.WaitForExternalEvent<string>("e", TimeSpan.FromDays(2)))
            .StartAsync();
        var id = await engine.ScheduleAsync("wait");
        await engine.IdleAsync();

        await engine.Client.RaiseEventAsync(id, "e", "in time");

        Assert.Equal("in time", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
        Assert.Null(engine.Engine.NextDue);
    }

    [Fact]
    public async Task A_payload_keeps_its_names_and_is_matched_with_regard_to_case()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("wait", async context => (await context.WaitForExternalEvent<Named>("e")).Name)
            .StartAsync();
        var id = await engine.ScheduleAsync("wait");

        await engine.Client.RaiseEventAsync(id, "e", new Dictionary<string, string> { ["name"] = "lost" });

        Assert.Null((await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Raising_an_event_to_an_unknown_or_ended_instance_throws()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("end", _ => Task.FromResult<object?>(1))
            .StartAsync();
        var id = await engine.ScheduleAsync("end");
        await engine.EndOfAsync(id);

        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Client.RaiseEventAsync(id, "e"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Client.RaiseEventAsync("nobody", "e"));
    }

    private sealed record Named(string? Name);
}
