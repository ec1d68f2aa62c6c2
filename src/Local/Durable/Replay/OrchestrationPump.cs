namespace TechPlan.Local.Durable.Replay;

/// <summary>
/// Runs orchestrator code on the calling thread and nowhere else. A continuation from another thread means that the code awaited
/// something that was not durable; it is never run, only reported.
/// </summary>
internal sealed class OrchestrationPump(Action onStrayAfterwards) : SynchronizationContext
{
    private readonly Lock _gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _queue = new();
    private int _thread;
    private bool _strayed;
    private bool _closed;

    /// <summary>Whether the caller is the orchestrator's own thread, in its episode.</summary>
    public bool IsCurrent => Environment.CurrentManagedThreadId == Volatile.Read(ref _thread);

    /// <summary>Runs <paramref name="episode"/>; true when all of it stayed on this thread.</summary>
    public bool Run(Action episode)
    {
        var before = Current;
        SetSynchronizationContext(this);
        Volatile.Write(ref _thread, Environment.CurrentManagedThreadId);
        try
        {
            episode();
        }
        finally
        {
            Volatile.Write(ref _thread, 0);
            SetSynchronizationContext(before);
        }

        return Close();
    }

    /// <summary>Runs what is queued until nothing is.</summary>
    public void Drain()
    {
        while (_queue.TryDequeue(out var next))
        {
            next.Callback(next.State);
        }
    }

    public void ReportStray()
    {
        lock (_gate)
        {
            _strayed = true;
            if (!_closed)
            {
                return;
            }
        }

        onStrayAfterwards();
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsCurrent)
        {
            _queue.Enqueue((d, state));
        }
        else
        {
            ReportStray();
        }
    }

    public override void Send(SendOrPostCallback d, object? state) =>
        throw new NotSupportedException("Orchestrator code cannot be called synchronously from outside.");

    public override SynchronizationContext CreateCopy() => this;

    private bool Close()
    {
        lock (_gate)
        {
            _closed = true;
            return !_strayed;
        }
    }
}
