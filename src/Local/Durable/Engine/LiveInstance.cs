using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>
/// An unfinished instance in memory, so that an episode needs no reads. Whoever changes more than the inbox holds the
/// <see cref="Turn"/>, hence episodes and commands of one instance never overlap.
/// </summary>
internal sealed class LiveInstance
{
    private readonly Lock _gate = new();
    private readonly List<InboxMessage> _inbox = [];
    private readonly List<HistoryEvent> _history = [];
    private readonly HashSet<long> _beingRecorded = [];
    private readonly TaskCompletionSource _created = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InstanceRecord> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InstanceRecord> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile InstanceRecord _record;
    private long _lastSequence;
    private int _queued;

    public LiveInstance(InstanceRecord record) => _record = record;

    public LiveInstance(StoredInstance stored)
        : this(stored.Record)
    {
        Reset(stored);
        _created.SetResult();
    }

    public SemaphoreSlim Turn { get; } = new(1, 1);

    public InstanceRecord Record => _record;

    public StorePosition Position { get; private set; } = StorePosition.None;

    public IReadOnlyList<HistoryEvent> History => _history;

    public OpenWork Open { get; private set; } = new();

    /// <summary>Activities that have been handed out and whose result is not yet history.</summary>
    public HashSet<int> HandedOut { get; } = [];

    /// <summary>Completes when the instance is in the store; fails when it could not be put there.</summary>
    public Task Created => _created.Task;

    public Task<InstanceRecord> Started => _started.Task;

    public Task<InstanceRecord> Ended => _ended.Task;

    public bool IsSuspended => _record.Status == OrchestrationRuntimeStatus.Suspended;

    /// <summary>Whether an episode would have anything to do.</summary>
    public bool HasWork
    {
        get
        {
            lock (_gate)
            {
                return _record.IsOpen && !IsSuspended && (_inbox.Count > 0 || !HasBegun);
            }
        }
    }

    private bool HasBegun => _history.Exists(line => line is EpisodeStarted);

    /// <summary>True for the one caller that has to queue the instance.</summary>
    public bool TryMarkQueued() => Interlocked.Exchange(ref _queued, 1) == 0;

    public void Unqueue() => Interlocked.Exchange(ref _queued, 0);

    public void FailCreation(Exception exception)
    {
        _created.SetException(exception);

        // Nobody may be waiting for it.
        _ = _created.Task.Exception;
    }

    public void ConfirmCreation(StorePosition position)
    {
        Position = position;
        _created.SetResult();
    }

    /// <summary>The place of a message that is about to be recorded; to be given back to <see cref="TryReceive"/> or <see cref="GiveUp"/>.</summary>
    public long NextSequence()
    {
        lock (_gate)
        {
            _beingRecorded.Add(++_lastSequence);
            return _lastSequence;
        }
    }

    public void GiveUp(long sequence)
    {
        lock (_gate)
        {
            _beingRecorded.Remove(sequence);
        }
    }

    /// <summary>False when the instance has ended in the meantime.</summary>
    public bool TryReceive(InboxMessage message)
    {
        lock (_gate)
        {
            _beingRecorded.Remove(message.Sequence);
            if (!_record.IsOpen)
            {
                return false;
            }

            if (message.Event is not TimerFired fired || !HasFired(fired.Id))
            {
                _inbox.Add(message);
            }

            return true;
        }
    }

    /// <summary>What the next episode processes; null when there is nothing to do.</summary>
    public Arrivals? Take()
    {
        lock (_gate)
        {
            _inbox.RemoveAll(message => !message.IsRecorded && !Open.Awaits(message.Event));
            return HasWork ? Arrivals.From(_inbox) : null;
        }
    }

    public bool HasFired(int timer)
    {
        lock (_gate)
        {
            return _inbox.Exists(message => message.Event is TimerFired fired && fired.Id == timer);
        }
    }

    public void Apply(HistoryCommit commit, StorePosition position)
    {
        lock (_gate)
        {
            if (commit.DropsHistory)
            {
                _history.Clear();
                Open = new OpenWork();
                HandedOut.Clear();
            }

            _history.AddRange(commit.NewEvents);
            foreach (var line in commit.NewEvents)
            {
                Open.Add(line);
            }

            HandedOut.RemoveWhere(id => !Open.Activities.ContainsKey(id));
            var consumed = commit.Consumed.ToHashSet(ReferenceEqualityComparer.Instance);
            _inbox.RemoveAll(consumed.Contains);
            (Position, _record) = (position, commit.Record);
        }
    }

    /// <summary>Takes over what the store holds, when it is in doubt whether a commit arrived. Results only in memory are kept.</summary>
    public void Reset(StoredInstance stored)
    {
        lock (_gate)
        {
            _history.Clear();
            _history.AddRange(stored.History);
            Open = OpenWork.Of(_history);
            _inbox.RemoveAll(message => message.IsRecorded || message.Event is TimerFired);
            _inbox.InsertRange(0, stored.Inbox.Where(message => !_beingRecorded.Contains(message.Sequence)));
            _lastSequence = Math.Max(_lastSequence, stored.Inbox.Select(message => message.Sequence).DefaultIfEmpty().Max());
            HandedOut.UnionWith(stored.Inbox.Select(message => message.Event).OfType<ActivityCompleted>().Select(done => done.Id));
            HandedOut.UnionWith(stored.Inbox.Select(message => message.Event).OfType<ActivityFailed>().Select(done => done.Id));
            HandedOut.RemoveWhere(id => !Open.Activities.ContainsKey(id));
            (Position, _record) = (stored.Position, stored.Record);
        }
    }

    /// <summary>Ends an instance that someone else has removed from the store.</summary>
    public void Vanish() => _record = _record with { Status = OrchestrationRuntimeStatus.Terminated };

    /// <summary>Lets those go on who wait for the start or the end.</summary>
    public void Announce()
    {
        if (_record.Status != OrchestrationRuntimeStatus.Pending)
        {
            _started.TrySetResult(_record);
        }

        if (!_record.IsOpen)
        {
            _ended.TrySetResult(_record);
        }
    }
}
