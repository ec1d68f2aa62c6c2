using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using TechPlan.Local.Durable;
using TechPlan.Local.Tests.Durable.Stores;

namespace TechPlan.Local.Tests.Durable;

/// <summary>An engine with functions of a test's own, on a clock that stands still unless the test moves it.</summary>
internal sealed class EngineFixture : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly List<OrchestratorFunction> _orchestrators = [];
    private readonly List<ActivityFunction> _activities = [];
    private DurableEngine? _engine;

    public EngineFixture() => Clock.FreezeAt(new DateTimeOffset(2099, 9, 1, 12, 0, 0, TimeSpan.Zero));

    /// <summary>The store of the next start.</summary>
    public IHistoryStore Store { get; set; } = new InMemoryHistoryStore();

    public LocalClock Clock { get; } = new();

    public ILoggerFactory Logging { get; init; } = NullLoggerFactory.Instance;

    public DurableEngine Engine => _engine ?? throw new InvalidOperationException("Start it first.");

    public DurableTaskClient Client => Engine.Client;

    public EngineFixture Orchestrator(string name, Func<TaskOrchestrationContext, Task<object?>> run)
    {
        _orchestrators.Add(new OrchestratorFunction(name, run));
        return this;
    }

    public EngineFixture Activity<TInput>(string name, Func<TInput, Task<object?>> run)
    {
        _activities.Add(new ActivityFunction(name, typeof(TInput), (input, _) => run((TInput)input!)));
        return this;
    }

    public async Task<EngineFixture> StartAsync()
    {
        _engine = new DurableEngine(
            _orchestrators, _activities, new DurableEngineOptions("TestHub", "1.0"), Store, Clock, Logging);
        await _engine.StartAsync(CancellationToken.None);
        return this;
    }

    /// <summary>Stops the engine, if there is one, and starts another on the same store.</summary>
    public async Task RestartAsync()
    {
        await DisposeAsync();
        await StartAsync();
    }

    public Task<string> ScheduleAsync(string orchestrator, object? input = null, string? id = null) =>
        Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input, new StartOrchestrationOptions(id));

    public Task IdleAsync() => Engine.WhenIdleAsync(CancellationToken.None).WaitAsync(Patience);

    /// <summary>Moves the clock, playing each timer at its own moment.</summary>
    public async Task MoveAsync(TimeSpan by)
    {
        var to = Clock.GetUtcNow() + by;
        await IdleAsync();
        while (Engine.NextDue is { } due && due <= to)
        {
            Clock.FreezeAt(due);
            await Engine.FireDueAsync(Clock.GetUtcNow(), CancellationToken.None);
            await IdleAsync();
        }

        Clock.FreezeAt(to);
    }

    public async Task<OrchestrationMetadata> EndOfAsync(string id) =>
        await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true).WaitAsync(Patience);

    public async Task<OrchestrationMetadata> StateOfAsync(string id)
    {
        await IdleAsync();
        return await Client.GetInstanceAsync(id, getInputsAndOutputs: true) ?? throw new InvalidOperationException($"No instance '{id}'.");
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }
    }
}
