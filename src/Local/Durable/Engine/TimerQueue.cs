using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>The timers of all instances, in the order in which they are due. Each fires once.</summary>
internal sealed class TimerQueue(Action<LiveInstance, TimerFired> fire, WorkCounter work)
{
    private readonly Lock _gate = new();
    private readonly SortedSet<Entry> _entries = new(Comparer<Entry>.Create(Compare));
    private readonly Dictionary<LiveInstance, Dictionary<int, Entry>> _byInstance = [];
    private long _order;

    /// <summary>When the earliest timer is due; null when there is none.</summary>
    public DateTimeOffset? NextDue
    {
        get
        {
            lock (_gate)
            {
                return _entries.Min?.DueAt;
            }
        }
    }

    /// <summary>Makes an instance's timers those that its history has open. True when the earliest one has become earlier.</summary>
    public bool Follow(LiveInstance instance)
    {
        lock (_gate)
        {
            var before = _entries.Min?.DueAt;
            IReadOnlyDictionary<int, TimerCreated> wanted = instance.Record.IsOpen ? instance.Open.Timers : new Dictionary<int, TimerCreated>();
            if (!_byInstance.TryGetValue(instance, out var known))
            {
                known = [];
                _byInstance.Add(instance, known);
            }

            foreach (var gone in known.Values.Where(entry => !wanted.TryGetValue(entry.Id, out var timer) || timer.DueAt != entry.DueAt).ToList())
            {
                known.Remove(gone.Id);
                _entries.Remove(gone);
            }

            foreach (var timer in wanted.Values.Where(timer => !known.ContainsKey(timer.Id) && !instance.HasFired(timer.Id)))
            {
                var entry = new Entry(timer.DueAt, _order++, instance, timer.Id);
                known.Add(timer.Id, entry);
                _entries.Add(entry);
            }

            if (known.Count == 0)
            {
                _byInstance.Remove(instance);
            }

            return _entries.Min is { } min && (before is null || min.DueAt < before);
        }
    }

    /// <summary>Fires what is due, earliest first, and never anything early.</summary>
    public void FireDue(DateTimeOffset now)
    {
        while (TakeDue(now) is { } entry)
        {
            try
            {
                fire(entry.Instance, new TimerFired(entry.Id));
            }
            finally
            {
                work.Leave();
            }
        }
    }

    private Entry? TakeDue(DateTimeOffset now)
    {
        lock (_gate)
        {
            if (_entries.Min is not { } first || first.DueAt > now)
            {
                return null;
            }

            // Counted before it leaves the queue: whoever looks meanwhile sees either the timer or the work.
            work.Enter();
            _entries.Remove(first);
            var known = _byInstance[first.Instance];
            known.Remove(first.Id);
            if (known.Count == 0)
            {
                _byInstance.Remove(first.Instance);
            }

            return first;
        }
    }

    private static int Compare(Entry a, Entry b) =>
        a.DueAt.CompareTo(b.DueAt) is var byTime and not 0 ? byTime : a.Order.CompareTo(b.Order);

    private sealed record Entry(DateTimeOffset DueAt, long Order, LiveInstance Instance, int Id);
}
