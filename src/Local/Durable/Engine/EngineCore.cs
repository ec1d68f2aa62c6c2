using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TechPlan.Local.Durable.History;
using TechPlan.Local.Durable.Replay;

namespace TechPlan.Local.Durable.Engine;

/// <summary>
/// Drives live instances: an episode is planned, committed, and only then acted on. When it is in doubt whether a commit arrived,
/// the store is asked and its answer taken over.
/// </summary>
internal sealed class EngineCore
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    private readonly ConcurrentDictionary<string, LiveInstance> _live = new(StringComparer.Ordinal);
    private readonly Channel<LiveInstance> _ready = Channel.CreateUnbounded<LiveInstance>();
    private readonly Channel<(LiveInstance Instance, int Generation, ActivityScheduled Call)> _calls =
        Channel.CreateUnbounded<(LiveInstance, int, ActivityScheduled)>();

    private readonly IHistoryStore _store;
    private readonly EpisodePlanner _planner;
    private readonly ActivityRunner _activities;
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
        (_store, _clock, _stopping) = (store, clock, stopping);
        _logger = loggerFactory.CreateLogger<DurableEngine>();
        _planner = new EpisodePlanner(orchestrators, clock, loggerFactory, OnStray);
        _activities = new ActivityRunner(activities, _logger);
        Timers = new TimerQueue(OnTimer, Work);
    }

    public WorkCounter Work { get; } = new();

    public TimerQueue Timers { get; }

    /// <summary>Called when the background loop has to look at <see cref="Timers"/> again.</summary>
    public Action OnTimersChanged { get; set; } = () => { };

    public IHistoryStore Store => _store;

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
        if (instance.TryMarkQueued())
        {
            Work.Enter();
            _ready.Writer.TryWrite(instance);
        }
    }

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
                LogUnlessStopping(exception, instance);
            }
            finally
            {
                Work.Leave();
            }
        }
    }

    public async Task RunActivitiesAsync()
    {
        await foreach (var (instance, generation, call) in _calls.Reader.ReadAllAsync(_stopping))
        {
            try
            {
                var outcome = await _activities.RunAsync(call, _stopping);
                await HandInAsync(instance, generation, outcome);
            }
            catch (Exception exception)
            {
                LogUnlessStopping(exception, instance);
            }
            finally
            {
                Work.Leave();
            }
        }
    }

    /// <summary>Commits while the caller holds the turn. False: the store knew better, and its state was taken over.</summary>
    public async Task<bool> CommitAsync(LiveInstance instance, HistoryCommit commit)
    {
        var position = await TryCommitAsync(commit, instance.Position);
        if (position is not null)
        {
            instance.Apply(commit, position);
        }
        else
        {
            await ReloadAsync(instance);
        }

        Settle(instance);
        return position is not null;
    }

    /// <summary>Ends an instance from outside, whatever it is doing. False when it had ended already.</summary>
    public async Task<bool> EndAsync(LiveInstance instance, Func<InstanceRecord, InstanceRecord?> end)
    {
        await instance.Turn.WaitAsync(_stopping);
        try
        {
            while (instance.Record.IsOpen && end(instance.Record) is { } ended)
            {
                if (await CommitAsync(instance, new HistoryCommit(ended with { UpdatedAt = Now }, [], [], DropsHistory: true)))
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

    private async Task RunEpisodeAsync(LiveInstance instance)
    {
        await instance.Turn.WaitAsync(_stopping);
        try
        {
            instance.Unqueue();
            if (instance.Take() is { } arrivals)
            {
                await CommitAsync(instance, _planner.Plan(instance, arrivals));
            }
        }
        finally
        {
            instance.Turn.Release();
        }
    }

    private async Task<StorePosition?> TryCommitAsync(HistoryCommit commit, StorePosition position)
    {
        try
        {
            return await _store.CommitAsync(commit, position, _stopping);
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            _logger.LogWarning(exception, "A commit of instance {InstanceId} may not have arrived.", commit.Record.Id);
            await Task.Delay(PauseAfterFailure, _stopping);
            return null;
        }
    }

    private async Task ReloadAsync(LiveInstance instance)
    {
        for (var pause = PauseAfterFailure; ; pause = 2 * pause < LongestPause ? 2 * pause : LongestPause)
        {
            try
            {
                var stored = await _store.LoadAsync(instance.Record.Id, _stopping);
                if (stored is not null && string.Equals(stored.Record.ExecutionId, instance.Record.ExecutionId, StringComparison.Ordinal))
                {
                    instance.Reset(stored);
                }
                else
                {
                    instance.Vanish();
                }

                return;
            }
            catch (Exception exception) when (!_stopping.IsCancellationRequested)
            {
                _logger.LogWarning(exception, "Instance {InstanceId} could not be read; trying again in {Pause}.", instance.Record.Id, pause);
                await Task.Delay(pause, _stopping);
            }
        }
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

        instance.Announce();
        foreach (var call in instance.Open.Activities.Values.Where(call => instance.HandedOut.Add(call.Id)).ToList())
        {
            Work.Enter();
            _calls.Writer.TryWrite((instance, instance.Record.Generation, call));
        }

        if (instance.HasWork)
        {
            Enqueue(instance);
        }
    }

    private void LogUnlessStopping(Exception exception, LiveInstance instance)
    {
        if (!_stopping.IsCancellationRequested)
        {
            _logger.LogError(exception, "Instance {InstanceId} could not be driven on.", instance.Record.Id);
        }
    }

    private void OnTimer(LiveInstance instance, TimerFired fired)
    {
        if (instance.TryReceive(new InboxMessage(fired)))
        {
            Enqueue(instance);
        }
    }

    private async Task HandInAsync(LiveInstance instance, int generation, HistoryEvent outcome)
    {
        if (instance.Record.Generation != generation)
        {
            return;
        }

        var message = instance.IsSuspended ? await RecordAsync(instance, outcome) : new InboxMessage(outcome);
        if (instance.TryReceive(message))
        {
            Enqueue(instance);
        }
    }

    /// <summary>A suspended instance may wait for days; what its activities did should not have to be done again after a restart.</summary>
    private async Task<InboxMessage> RecordAsync(LiveInstance instance, HistoryEvent outcome)
    {
        var message = new InboxMessage(outcome, instance.NextSequence());
        try
        {
            await _store.AddMessageAsync(instance.Record, message, _stopping);
            return message;
        }
        catch (Exception exception) when (!_stopping.IsCancellationRequested)
        {
            instance.GiveUp(message.Sequence);
            _logger.LogWarning(exception, "A result for the suspended instance {InstanceId} is kept in memory only.", instance.Record.Id);
            return new InboxMessage(outcome);
        }
    }

    private void OnStray(LiveInstance instance, int generation) => _ = FailStrayAsync(instance, generation);

    private async Task FailStrayAsync(LiveInstance instance, int generation)
    {
        Work.Enter();
        try
        {
            var failure = TaskFailureDetails.FromException(new NonDurableAwaitException());
            await EndAsync(instance, record => record.Generation == generation
                ? record with { Status = OrchestrationRuntimeStatus.Failed, Failure = failure }
                : null);
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
