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
    private readonly Inbox _inbox = new();
    private readonly List<HistoryEvent> _history = [];
    private volatile InstanceRecord _record;
    private int _queued;

    /// <summary>An instance that is about to be put into the store.</summary>
    public LiveInstance(InstanceRecord record) => _record = record;

    /// <summary>An instance that was found there.</summary>
    public LiveInstance(StoredInstance stored)
        : this(stored.Record)
    {
        Reset(stored);
        Milestones.SetCreated();
    }

    public SemaphoreSlim Turn { get; } = new(1, 1);

    public Milestones Milestones { get; } = new();

    public InstanceRecord Record => _record;

    public StorePosition Position { get; private set; } = StorePosition.None;

    public IReadOnlyList<HistoryEvent> History => _history;

    public OpenWork Open { get; private set; } = new();

    /// <summary>Activities that have been handed out and whose result is not yet history.</summary>
    public HashSet<int> HandedOut { get; } = [];

    public bool IsSuspended => _record.Status == OrchestrationRuntimeStatus.Suspended;

    /// <summary>Whether an episode would have anything to do.</summary>
    public bool HasWork
    {
        get
        {
            lock (_gate)
            {
                return _record.IsOpen && !IsSuspended && (!_inbox.IsEmpty || !_history.Exists(line => line is EpisodeStarted));
            }
        }
    }

    /// <summary>True for the one caller that has to queue the instance.</summary>
    public bool TryMarkQueued() => Interlocked.Exchange(ref _queued, 1) == 0;

    public void Unqueue() => Interlocked.Exchange(ref _queued, 0);

    public void ConfirmCreation(StorePosition position)
    {
        Position = position;
        Milestones.SetCreated();
    }

    /// <summary>The place of a message that is about to be recorded; to be followed by <see cref="TryReceive"/> or <see cref="GiveUp"/>.</summary>
    public long NextSequence()
    {
        lock (_gate)
        {
            return _inbox.NextSequence();
        }
    }

    public void GiveUp(long sequence)
    {
        lock (_gate)
        {
            _inbox.GiveUp(sequence);
        }
    }

    /// <summary>False when the instance has ended in the meantime.</summary>
    public bool TryReceive(InboxMessage message)
    {
        lock (_gate)
        {
            if (_record.IsOpen)
            {
                _inbox.Add(message);
            }

            return _record.IsOpen;
        }
    }

    /// <summary>What the next episode processes.</summary>
    public Arrivals Arrivals()
    {
        lock (_gate)
        {
            _inbox.ForgetStale(Open);
            return _inbox.Arrivals();
        }
    }

    public bool HasFired(int timer)
    {
        lock (_gate)
        {
            return _inbox.HasFired(timer);
        }
    }

    public void Apply(HistoryCommit commit, StorePosition position)
    {
        lock (_gate)
        {
            if (commit.DropsHistory)
            {
                _history.Clear();
                HandedOut.Clear();
            }

            _history.AddRange(commit.NewEvents);
            _inbox.Remove(commit.Consumed);
            TakeStock(commit.Record, position);
        }
    }

    /// <summary>Takes over what the store holds, when it is in doubt whether a commit arrived.</summary>
    public void Reset(StoredInstance stored)
    {
        lock (_gate)
        {
            _history.Clear();
            _history.AddRange(stored.History);
            _inbox.Reset(stored.Inbox);
            HandedOut.UnionWith(stored.Inbox.Select(message => ActivityOf(message.Event)).OfType<int>());
            TakeStock(stored.Record, stored.Position);
        }
    }

    /// <summary>Ends an instance that someone else has removed from the store.</summary>
    public void Vanish() => _record = _record with { Status = OrchestrationRuntimeStatus.Terminated };

    private static int? ActivityOf(HistoryEvent line) => line switch
    {
        ActivityCompleted completed => completed.Id,
        ActivityFailed failed => failed.Id,
        _ => null,
    };

    private void TakeStock(InstanceRecord record, StorePosition position)
    {
        Open = OpenWork.Of(_history);
        HandedOut.RemoveWhere(id => !Open.Activities.ContainsKey(id));
        (_record, Position) = (record, position);
    }
}
