using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TechPlan.Local.Durable.History;
using TechPlan.Local.Durable.Replay;

namespace TechPlan.Local.Durable.Engine;

/// <summary>Drives live instances: an episode is planned, committed, and only then acted on.</summary>
internal sealed class EngineCore
{
    private readonly ConcurrentDictionary<string, LiveInstance> _live = new(StringComparer.Ordinal);
    private readonly Channel<LiveInstance> _ready = Channel.CreateUnbounded<LiveInstance>();
    private readonly EpisodePlanner _planner;
    private readonly Committer _committer;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private readonly CancellationToken _stopping;

    public EngineCore(
        IEnumerable<OrchestratorFunction> orchestrators,
        IEnumerable<ActivityFunction> activities,
        IHistoryStore store,
        TimeProvider clock,
        ILoggerFactory loggerFactory,
        CancellationToken stopping)
    {
        (Store, _clock, _stopping) = (store, clock, stopping);
        _logger = loggerFactory.CreateLogger<DurableEngine>();
        _planner = new EpisodePlanner(orchestrators, clock, loggerFactory, (instance, generation) => _ = FailStrayAsync(instance, generation));
        _committer = new Committer(store, _logger, stopping);
        Activities = new ActivityDesk(new ActivityRunner(activities, _logger), store, Work, Enqueue, _logger, stopping);
        Timers = new TimerQueue(OnTimer, Work);
    }

    public IHistoryStore Store { get; }

    public WorkCounter Work { get; } = new();

    public ActivityDesk Activities { get; }

    public TimerQueue Timers { get; }

    /// <summary>Called when the earliest of <see cref="Timers"/> has become earlier.</summary>
    public Action OnTimersChanged { get; set; } = () => { };

    public DateTimeOffset Now => _clock.GetUtcNow();

    public LiveInstance? Find(string instanceId) => _live.GetValueOrDefault(instanceId);

    public bool TryAdd(LiveInstance instance) => _live.TryAdd(instance.Record.Id, instance);

    public void Remove(LiveInstance instance) =>
        _live.TryRemove(new KeyValuePair<string, LiveInstance>(instance.Record.Id, instance));

    /// <summary>Takes up an instance that was found in the store.</summary>
    public void Adopt(StoredInstance stored)
    {
        var instance = new LiveInstance(stored);
        if (TryAdd(instance))
        {
            Settle(instance);
        }
    }

    public void Enqueue(LiveInstance instance)
    {
        if (instance.HasWork && instance.TryMarkQueued())
        {
            Work.Enter();
            _ready.Writer.TryWrite(instance);
        }
    }

    /// <summary>One worker's life.</summary>
    public async Task RunEpisodesAsync()
    {
        await foreach (var instance in _ready.Reader.ReadAllAsync(_stopping))
        {
            try
            {
                await RunEpisodeAsync(instance);
            }
            catch (Exception exception)
            {
                if (!_stopping.IsCancellationRequested)
                {
                    _logger.LogError(exception, "Instance {InstanceId} could not be driven on.", instance.Record.Id);
                }
            }
            finally
            {
                Work.Leave();
            }
        }
    }

    /// <summary>Changes an instance from outside, whatever it is doing; null from <paramref name="change"/> leaves it as it is.</summary>
    /// <returns>Whether it was changed.</returns>
    public async Task<bool> ChangeAsync(LiveInstance instance, Func<InstanceRecord, InstanceRecord?> change, CancellationToken cancellation)
    {
        await instance.Turn.WaitAsync(cancellation);
        try
        {
            while (instance.Record.IsOpen && change(instance.Record) is { } changed)
            {
                if (await CommitAsync(instance, ChangeOf(instance, changed with { UpdatedAt = Now })))
                {
                    return true;
                }
            }

            return false;
        }
        finally
        {
            instance.Turn.Release();
        }
    }

    private static HistoryCommit ChangeOf(LiveInstance instance, InstanceRecord changed) => changed.IsOpen
        ? new HistoryCommit(changed, [], [], DropsHistory: false)
        : new HistoryCommit(changed, [], instance.Arrivals().All, DropsHistory: true);

    private async Task RunEpisodeAsync(LiveInstance instance)
    {
        await instance.Turn.WaitAsync(_stopping);
        try
        {
            instance.Unqueue();
            var arrivals = instance.Arrivals();
            if (instance.HasWork)
            {
                await CommitAsync(instance, _planner.Plan(instance, arrivals));
            }
        }
        finally
        {
            instance.Turn.Release();
        }
    }

    private async Task<bool> CommitAsync(LiveInstance instance, HistoryCommit commit)
    {
        var committed = await _committer.CommitAsync(instance, commit);
        Settle(instance);
        return committed;
    }

    /// <summary>Acts on what is recorded: hands out activities, follows the timers, queues the next episode.</summary>
    private void Settle(LiveInstance instance)
    {
        if (Timers.Follow(instance))
        {
            OnTimersChanged();
        }

        if (!instance.Record.IsOpen)
        {
            Remove(instance);
        }

        instance.Milestones.Announce(instance.Record);
        Activities.HandOut(instance);
        Enqueue(instance);
    }

    private void OnTimer(LiveInstance instance, TimerFired fired)
    {
        if (instance.TryReceive(new InboxMessage(fired)))
        {
            Enqueue(instance);
        }
    }

    private async Task FailStrayAsync(LiveInstance instance, int generation)
    {
        Work.Enter();
        try
        {
            var failure = TaskFailureDetails.FromException(new NonDurableAwaitException());
            await ChangeAsync(instance, Fail, _stopping);

            InstanceRecord? Fail(InstanceRecord record) => record.Generation == generation
                ? record with { Status = OrchestrationRuntimeStatus.Failed, Failure = failure }
                : null;
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // It happens again at the next replay.
        }
        finally
        {
            Work.Leave();
        }
    }
}
