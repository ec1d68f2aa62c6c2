using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TechPlan.Local.Tests.Durable;

public sealed class ActivityTests
{
    [Fact]
    public async Task Input_and_result_travel_as_json()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("greet", async context => await context.CallActivityAsync<Greeting>("say", new Greeting("Hello", context.GetInput<int>())))
            .Activity<Greeting>("say", greeting => Task.FromResult<object?>(greeting with { Times = greeting.Times + 1 }))
            .StartAsync();

        var end = await engine.EndOfAsync(await engine.ScheduleAsync("greet", 2));

        Assert.Equal(new Greeting("Hello", 3), end.ReadOutputAs<Greeting>());
        Assert.Equal("""{"Text":"Hello","Times":3}""", end.SerializedOutput);
    }

    [Fact]
    public async Task Activities_that_are_begun_together_run_together()
    {
        var both = new TaskCompletionSource();
        var running = 0;
        await using var engine = await new EngineFixture()
            .Orchestrator("fan", async context => await Task.WhenAll(
                context.CallActivityAsync<int>("meet", 1), context.CallActivityAsync<int>("meet", 2)))
            .Activity<int>("meet", async number =>
            {
                if (Interlocked.Increment(ref running) == 2)
                {
                    both.SetResult();
                }

                await both.Task;
                return number;
            })
            .StartAsync();

        var end = await engine.EndOfAsync(await engine.ScheduleAsync("fan"));

        Assert.Equal([1, 2], end.ReadOutputAs<int[]>()!);
    }

    [Fact]
    public async Task A_failed_activity_is_tried_again_after_growing_pauses_of_the_clock()
    {
        var attempts = new List<DateTimeOffset>();
        await using var engine = new EngineFixture();
        engine
            .Orchestrator("retry", async context => await context.CallActivityAsync<string>("flaky", 1, Policy(new(4, TimeSpan.FromMinutes(20), 2))))
            .Activity<int>("flaky", _ =>
            {
                attempts.Add(engine.Clock.GetUtcNow());
                return attempts.Count < 3 ? throw new TimeoutException("busy") : Task.FromResult<object?>("done");
            });
        await engine.StartAsync();
        var id = await engine.ScheduleAsync("retry");

        await engine.MoveAsync(TimeSpan.FromDays(1));

        Assert.Equal("done", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
        Assert.Equal([TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(40)], attempts.Zip(attempts.Skip(1), (a, b) => b - a));
    }

    [Fact]
    public async Task Pauses_grow_no_longer_than_the_longest()
    {
        var (count, end) = await FailAsync(new(4, TimeSpan.FromHours(1), 10, TimeSpan.FromHours(2)), TimeSpan.FromHours(5));

        Assert.Equal(4, count);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
    }

    [Fact]
    public async Task No_retry_begins_after_the_timeout()
    {
        var (count, _) = await FailAsync(new(10, TimeSpan.FromHours(1), retryTimeout: TimeSpan.FromHours(2)), TimeSpan.FromDays(1));

        Assert.Equal(3, count);
    }

    [Fact]
    public async Task Exhausted_retries_fail_the_instance_with_the_cause_inside()
    {
        var (count, end) = await FailAsync(new(3, TimeSpan.FromSeconds(1)), TimeSpan.FromMinutes(1));

        Assert.Equal(3, count);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Equal(typeof(TaskFailedException).FullName, end.FailureDetails!.ErrorType);
        Assert.True(end.FailureDetails.InnerFailure!.IsCausedBy<TimeoutException>());
        Assert.False(end.FailureDetails.IsCausedBy<TimeoutException>());
    }

    [Fact]
    public async Task A_failure_that_the_policy_does_not_handle_is_not_tried_again()
    {
        var (count, _) = await FailAsync(
            new(5, TimeSpan.FromSeconds(1)) { HandleFailure = failure => failure.IsCausedBy<InvalidOperationException>() }, TimeSpan.FromMinutes(1));

        Assert.Equal(1, count);
    }

    [Fact]
    public async Task A_retry_handler_decides_in_the_orchestrator()
    {
        var (count, _) = await FailWithAsync(
            TaskOptions.FromRetryHandler(async retry =>
            {
                await retry.OrchestrationContext.CreateTimer(TimeSpan.FromMinutes(1), CancellationToken.None);
                return retry.LastAttemptNumber < 2;
            }),
            TimeSpan.FromHours(1));

        Assert.Equal(2, count);
    }

    [Fact]
    public async Task An_orchestrator_can_catch_what_an_activity_threw()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("catch", async context =>
            {
                try
                {
                    return await context.CallActivityAsync<string>("throw", 1);
                }
                catch (TaskFailedException failure) when (failure.FailureDetails.IsCausedBy<ArgumentException>())
                {
                    return failure.TaskName;
                }
            })
            .Activity<int>("throw", _ => throw new System.Text.DecoderFallbackException("unreadable"))
            .StartAsync();

        Assert.Equal("throw", (await engine.EndOfAsync(await engine.ScheduleAsync("catch"))).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_unknown_activity_fails_like_any_other()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("call", async context => await context.CallActivityAsync<string>("missing"))
            .StartAsync();

        var end = await engine.EndOfAsync(await engine.ScheduleAsync("call"));

        Assert.Equal("ActivityTaskNotFound", end.FailureDetails!.InnerFailure!.ErrorType);
    }

    [Fact]
    public async Task A_result_over_a_mebibyte_is_refused_with_its_size()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("call", async context => await context.CallActivityAsync<string>("large", 1))
            .Activity<int>("large", _ => Task.FromResult<object?>(new string('x', 600 * 1024)))
            .StartAsync();

        var end = await engine.EndOfAsync(await engine.ScheduleAsync("call"));

        Assert.Contains("1,200 KiB; at most 1,024 KiB", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_activity_that_a_stop_interrupts_runs_again()
    {
        var runs = 0;
        var release = new TaskCompletionSource();
        await using var engine = await new EngineFixture()
            .Orchestrator("call", async context => await context.CallActivityAsync<int>("slow", 1))
            .Activity<int>("slow", async _ =>
            {
                if (Interlocked.Increment(ref runs) == 1)
                {
                    await release.Task;
                }

                return runs;
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("call");
        SpinWait.SpinUntil(() => Volatile.Read(ref runs) == 1, TimeSpan.FromSeconds(10));

        await engine.RestartAsync();
        var end = await engine.EndOfAsync(id);
        release.SetResult();

        Assert.Equal(2, end.ReadOutputAs<int>());
    }

    private static TaskOptions Policy(RetryPolicy policy) => TaskOptions.FromRetryPolicy(policy);

    private static Task<(int Count, OrchestrationMetadata End)> FailAsync(RetryPolicy policy, TimeSpan move) => FailWithAsync(Policy(policy), move);

    private static async Task<(int Count, OrchestrationMetadata End)> FailWithAsync(TaskOptions options, TimeSpan move)
    {
        var count = 0;
        await using var engine = await new EngineFixture()
            .Orchestrator("fail", async context => await context.CallActivityAsync<string>("bad", 1, options))
            .Activity<int>("bad", _ =>
            {
                count++;
                throw new TimeoutException("busy");
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("fail");
        await engine.MoveAsync(move);
        return (count, await engine.EndOfAsync(id));
    }

    private sealed record Greeting(string Text, int Times);
}
