using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechPlan.Local.Durable.Engine;
using TechPlan.Local.Hosting;

namespace TechPlan.Local.Durable;

/// <summary>
/// A replaying orchestration engine for one process. Everything is recorded before it is acted on, so a process that dies at any
/// moment goes on where it was; activities run at least once.
/// </summary>
public sealed class DurableEngine : IHostedService, IMovedByTheClock, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EngineCore _core;
    private readonly TimerLoop _timerLoop;
    private readonly DurableEngineOptions _options;
    private Task _loops = Task.CompletedTask;
    private bool _disposed;

    public DurableEngine(
        IEnumerable<OrchestratorFunction> orchestrators,
        IEnumerable<ActivityFunction> activities,
        DurableEngineOptions options,
        IHistoryStore store,
        TimeProvider clock,
        ILoggerFactory loggerFactory)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        _core = new EngineCore(orchestrators, activities, store, clock, loggerFactory, _stopping.Token);
        _timerLoop = new TimerLoop(_core.Timers, clock);
        _core.OnTimersChanged = _timerLoop.Wake;
        Client = new LocalDurableTaskClient(options.HubName, new InstanceStarter(_core, options.DefaultVersion, _started.Task), new InstanceCommands(_core, _started.Task));
    }

    /// <summary>A client of this engine. Its calls wait until the engine has started.</summary>
    public DurableTaskClient Client { get; }

    /// <inheritdoc/>
    public DateTimeOffset? NextDue => _core.Timers.NextDue;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await _core.Store.InitializeAsync(cancellationToken);
        foreach (var stored in await _core.Store.LoadUnfinishedAsync(cancellationToken))
        {
            _core.Adopt(stored);
        }

        _loops = Task.WhenAll(
        [
            _timerLoop.RunAsync(_stopping.Token),
            .. Enumerable.Range(0, _options.OrchestratorWorkers).Select(_ => Task.Run(_core.RunEpisodesAsync, CancellationToken.None)),
            .. Enumerable.Range(0, _options.ActivityWorkers).Select(_ => Task.Run(_core.Activities.RunAsync, CancellationToken.None)),
        ]);
        _started.TrySetResult();
    }

    /// <summary>Lets go of everything; what was under way is taken up by the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        _started.TrySetCanceled(CancellationToken.None);
        try
        {
            await _loops.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // How the loops end, or activities that do not listen: they run again.
        }
    }

    /// <inheritdoc/>
    public Task FireDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        _core.Timers.FireDue(now);
        _timerLoop.Wake();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task WhenIdleAsync(CancellationToken cancellation) => _core.Work.WhenZeroAsync(cancellation);

    /// <summary>May be called again: the services know the engine by several types, and dispose of each.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        await StopAsync(new CancellationToken(canceled: true));
        _stopping.Dispose();
        _timerLoop.Dispose();
    }
}
