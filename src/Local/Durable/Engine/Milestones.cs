using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>Moments in an instance's life that one can wait for.</summary>
internal sealed class Milestones
{
    private readonly TaskCompletionSource _created = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InstanceRecord> _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<InstanceRecord> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when the instance is in the store; fails when it could not be put there.</summary>
    public Task Created => _created.Task;

    public Task<InstanceRecord> Started => _started.Task;

    public Task<InstanceRecord> Ended => _ended.Task;

    public void SetCreated() => _created.SetResult();

    public void SetNotCreated(Exception exception)
    {
        _created.SetException(exception);

        // Read, so that it does not count as unobserved: often nobody waits for it.
        _ = _created.Task.Exception;
    }

    /// <summary>Lets those go on whose moment <paramref name="record"/> has reached.</summary>
    public void Announce(InstanceRecord record)
    {
        if (record.Status != OrchestrationRuntimeStatus.Pending)
        {
            _started.TrySetResult(record);
        }

        if (!record.IsOpen)
        {
            _ended.TrySetResult(record);
        }
    }
}
