using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace TechPlan.Local.Tests.Durable;

public sealed class ReplayTests
{
    [Fact]
    public async Task Ids_and_times_come_out_the_same_on_every_replay()
    {
        var seen = new List<(Guid A, Guid B, DateTime At)>();
        await using var engine = await new EngineFixture()
            .Orchestrator("ids", async context =>
            {
                var line = (context.NewGuid(), context.NewGuid(), context.CurrentUtcDateTime);
                seen.Add(line);
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                return null;
            })
            .StartAsync();
        await engine.ScheduleAsync("ids");

        await engine.MoveAsync(TimeSpan.FromDays(3));

        Assert.Equal(3, seen.Count);
        Assert.Single(seen.Distinct());
        Assert.NotEqual(seen[0].A, seen[0].B);
    }

    [Fact]
    public async Task A_replay_safe_logger_says_each_thing_once()
    {
        using var log = new RecordingLoggerFactory();
        await using var engine = await new EngineFixture { Logging = log }
            .Orchestrator("log", async context =>
            {
                var logger = context.CreateReplaySafeLogger("orchestrator");
                logger.LogInformation("begun");
                await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                logger.LogInformation("ended");
                return context.IsReplaying;
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("log");

        await engine.MoveAsync(TimeSpan.FromDays(1));

        Assert.False((await engine.EndOfAsync(id)).ReadOutputAs<bool>());
        Assert.Equal(["begun", "ended"], log.Lines);
    }

    [Fact]
    public async Task Code_that_does_something_else_than_its_history_fails()
    {
        var first = true;
        await using var engine = await new EngineFixture()
            .Orchestrator("change", async context =>
            {
                if (first)
                {
                    first = false;
                    await context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                }

                return await context.CallActivityAsync<int>("work", 1);
            })
            .Activity<int>("work", number => Task.FromResult<object?>(number))
            .StartAsync();
        var id = await engine.ScheduleAsync("change");

        await engine.MoveAsync(TimeSpan.FromDays(1));

        var end = await engine.EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, end.RuntimeStatus);
        Assert.Contains("History has a timer (#0) where the code now does a call of activity 'work'", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Code_that_does_more_than_its_history_fails()
    {
        var calls = 0;
        await using var engine = await new EngineFixture()
            .Orchestrator("change", async context =>
            {
                var timer = context.CreateTimer(TimeSpan.FromDays(1), CancellationToken.None);
                if (calls++ > 0)
                {
                    await context.CallActivityAsync<int>("work", 1);
                }

                await timer;
                return null;
            })
            .Activity<int>("work", number => Task.FromResult<object?>(number))
            .StartAsync();
        var id = await engine.ScheduleAsync("change");

        await engine.MoveAsync(TimeSpan.FromDays(1));

        Assert.Contains("its history knows nothing", (await engine.EndOfAsync(id)).FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Awaiting_something_that_is_not_durable_fails_the_instance()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("io", async _ =>
            {
                await Task.Delay(TimeSpan.FromMinutes(10));
                return null;
            })
            .StartAsync();

        var end = await engine.EndOfAsync(await engine.ScheduleAsync("io"));

        Assert.Contains("other than a durable task", end.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_forbidden_await_beside_a_durable_one_is_found_when_it_comes_back()
    {
        var forbidden = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = await new EngineFixture()
            .Orchestrator("io", async context =>
            {
                await Task.WhenAny(context.WaitForExternalEvent<string>("e"), forbidden.Task);
                return null;
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("io");
        Assert.Equal(OrchestrationRuntimeStatus.Running, (await engine.StateOfAsync(id)).RuntimeStatus);

        forbidden.SetResult();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task An_orchestrator_that_leaves_its_thread_fails()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("away", async context =>
            {
                await context.CallActivityAsync("work").ConfigureAwait(false);
                return context.NewGuid();
            })
            .Activity<object>("work", _ => Task.FromResult<object?>(null))
            .StartAsync();

        Assert.Equal(OrchestrationRuntimeStatus.Failed, (await engine.EndOfAsync(await engine.ScheduleAsync("away"))).RuntimeStatus);
    }

    private sealed class RecordingLoggerFactory : ILoggerFactory, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) =>
            string.Equals(categoryName, "orchestrator", StringComparison.Ordinal) ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public void AddProvider(ILoggerProvider provider)
        {
        }

        public void Dispose()
        {
        }

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception));
    }
}
