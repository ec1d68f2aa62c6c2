namespace TechPlan.Local.Durable.Engine;

/// <summary>Counts what is queued or running, so that one can wait until nothing is. Whoever causes work counts it before leaving.</summary>
internal sealed class WorkCounter
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _whenZero;
    private int _count;

    public void Enter()
    {
        lock (_gate)
        {
            _count++;
        }
    }

    public void Leave()
    {
        TaskCompletionSource? whenZero = null;
        lock (_gate)
        {
            if (--_count == 0)
            {
                (whenZero, _whenZero) = (_whenZero, null);
            }
        }

        whenZero?.SetResult();
    }

    /// <summary>Counts <paramref name="work"/> as work until it is done.</summary>
    public async Task CountAsync(Func<Task> work)
    {
        Enter();
        try
        {
            await work();
        }
        finally
        {
            Leave();
        }
    }

    public Task WhenZeroAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_count == 0)
            {
                return Task.CompletedTask;
            }

            _whenZero ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _whenZero.Task.WaitAsync(cancellation);
        }
    }
}
