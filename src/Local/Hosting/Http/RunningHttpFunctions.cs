namespace TechPlan.Local.Hosting;

/// <summary>
/// Counts the HTTP functions that run. One may have answered already and still be at work, and time must not move on under it.
/// </summary>
internal sealed class RunningHttpFunctions : IMovedByTheClock
{
    private readonly Lock _gate = new();
    private TaskCompletionSource _idle = Done();
    private int _running;

    public DateTimeOffset? NextDue => null;

    public Task FireDueAsync(DateTimeOffset now, CancellationToken cancellation) => Task.CompletedTask;

    public Task WhenIdleAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return _idle.Task.WaitAsync(cancellation);
        }
    }

    public void Begin()
    {
        lock (_gate)
        {
            if (_running++ == 0)
            {
                _idle = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }

    public void End()
    {
        lock (_gate)
        {
            if (--_running == 0)
            {
                _idle.SetResult();
            }
        }
    }

    private static TaskCompletionSource Done()
    {
        var done = new TaskCompletionSource();
        done.SetResult();
        return done;
    }
}
