using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Replay;

/// <summary>
/// The activities and timers of one generation. What the code does is queued in order; on replay each entry of history has to
/// match the head of that queue, and what is left at the end is new.
/// </summary>
internal sealed class TaskLedger
{
    private readonly Dictionary<int, TaskCompletionSource<string?>> _open = [];
    private readonly Dictionary<int, string> _names = [];
    private readonly HashSet<int> _canceled = [];
    private readonly Queue<HistoryEvent> _unmatched = new();
    private int _nextId;

    /// <summary>Whether anything is still to come; a generation cannot end before.</summary>
    public bool HasOpenTasks => _open.Count > 0;

    /// <summary>What the code has done that is not in history yet.</summary>
    public IReadOnlyList<HistoryEvent> NewActions => [.. _unmatched];

    public Task<string?> ScheduleActivity(string name, string? input)
    {
        var id = _nextId++;
        _names.Add(id, name);
        return Open(id, new ActivityScheduled(id, name, input)).Task;
    }

    public Task CreateTimer(DateTimeOffset dueAt, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellation);
        }

        var id = _nextId++;
        var timer = Open(id, new TimerCreated(id, dueAt));
        cancellation.Register(() => CancelTimer(id, cancellation));
        return timer.Task;
    }

    /// <summary>Holds an action of history against what the code has just done.</summary>
    public void Match(HistoryEvent recorded)
    {
        if (!_unmatched.TryDequeue(out var done))
        {
            throw new NonDeterministicOrchestrationException($"History has {Describe(recorded)} where the code now does nothing.");
        }

        if (Describe(done) is var now && Describe(recorded) is var then && !string.Equals(now, then, StringComparison.OrdinalIgnoreCase))
        {
            throw new NonDeterministicOrchestrationException($"History has {then} where the code now does {now}.");
        }
    }

    public void ThrowIfMoreThanHistory()
    {
        if (_unmatched.TryPeek(out var extra))
        {
            throw new NonDeterministicOrchestrationException($"The code now does {Describe(extra)}, of which its history knows nothing.");
        }
    }

    public void Complete(ActivityCompleted completed) => Close(completed.Id).SetResult(completed.Result);

    public void Fail(ActivityFailed failed) =>
        Close(failed.Id).SetException(new Microsoft.DurableTask.TaskFailedException(_names[failed.Id], failed.Id, failed.Failure));

    /// <summary>A timer may fire in the same episode in which an event before it has made the code cancel it; then it comes too late.</summary>
    public void Fire(TimerFired fired)
    {
        if (!_canceled.Contains(fired.Id))
        {
            Close(fired.Id).SetResult(null);
        }
    }

    private TaskCompletionSource<string?> Open(int id, HistoryEvent action)
    {
        var completion = new TaskCompletionSource<string?>();
        _open.Add(id, completion);
        _unmatched.Enqueue(action);
        return completion;
    }

    private TaskCompletionSource<string?> Close(int id) => _open.Remove(id, out var completion)
        ? completion
        : throw new NonDeterministicOrchestrationException($"History completes task #{id}, which the code does not wait for.");

    private void CancelTimer(int id, CancellationToken cancellation)
    {
        if (_open.Remove(id, out var timer))
        {
            _canceled.Add(id);
            _unmatched.Enqueue(new TimerCanceled(id));
            timer.SetCanceled(cancellation);
        }
    }

    private static string Describe(HistoryEvent action) => action switch
    {
        ActivityScheduled scheduled => $"a call of activity '{scheduled.Name}' (#{scheduled.Id})",
        TimerCreated created => $"a timer (#{created.Id})",
        TimerCanceled canceled => $"the cancellation of timer #{canceled.Id}",
        _ => action.GetType().Name,
    };
}
