using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>What can be done to instances from outside. Each call counts as work until what it has caused is queued.</summary>
internal sealed class InstanceCommands(EngineCore core, Task whenStarted)
{
    public Task RaiseEventAsync(string id, EventRaised raised, CancellationToken cancellation) => core.Work.CountAsync(async () =>
    {
        var instance = await FindRunningAsync(id, cancellation);
        var message = new InboxMessage(raised, instance.NextSequence());
        try
        {
            await core.Store.AddMessageAsync(instance.Record, message, cancellation);
        }
        catch
        {
            instance.GiveUp(message.Sequence);
            throw;
        }

        if (!instance.TryReceive(message))
        {
            throw NotRunning(id);
        }

        core.Enqueue(instance);
    });

    public Task TerminateAsync(string id, string? output, CancellationToken cancellation) => core.Work.CountAsync(async () =>
    {
        var instance = await FindRunningAsync(id, cancellation);
        var terminated = await core.ChangeAsync(
            instance, record => record with { Status = OrchestrationRuntimeStatus.Terminated, Output = output }, cancellation);
        if (!terminated)
        {
            throw NotRunning(id);
        }
    });

    /// <summary>Suspends or resumes; doing so twice changes nothing.</summary>
    public Task SwitchAsync(string id, OrchestrationRuntimeStatus to, CancellationToken cancellation) => core.Work.CountAsync(async () =>
    {
        var instance = await FindRunningAsync(id, cancellation);
        await core.ChangeAsync(instance, Change, cancellation);
        if (!instance.Record.IsOpen)
        {
            throw NotRunning(id);
        }

        InstanceRecord? Change(InstanceRecord record) =>
            (record.Status == OrchestrationRuntimeStatus.Suspended) == (to == OrchestrationRuntimeStatus.Suspended) ? null : record with { Status = to };
    });

    public async Task<InstanceRecord?> FindAsync(string id, CancellationToken cancellation)
    {
        await whenStarted.WaitAsync(cancellation);
        return core.Find(id) is { Milestones.Created.IsCompletedSuccessfully: true } live
            ? live.Record
            : (await core.Store.LoadAsync(id, cancellation))?.Record;
    }

    public Task<InstanceRecord> WhenStartedAsync(string id, CancellationToken cancellation) =>
        WhenAsync(id, milestones => milestones.Started, cancellation);

    public Task<InstanceRecord> WhenEndedAsync(string id, CancellationToken cancellation) =>
        WhenAsync(id, milestones => milestones.Ended, cancellation);

    /// <summary>How many instances were purged: one, or none when nobody bears the id.</summary>
    public async Task<int> PurgeAsync(string id, CancellationToken cancellation)
    {
        await whenStarted.WaitAsync(cancellation);
        if (core.Find(id) is { } live)
        {
            throw new InvalidOperationException($"Instance '{id}' is {live.Record.Status}; only one that has ended can be purged.");
        }

        return await core.Store.PurgeAsync(id, cancellation) ? 1 : 0;
    }

    public async Task<Page<InstanceRecord>> QueryAsync(
        OrchestrationQuery query, string? continuationToken, int pageSize, CancellationToken cancellation)
    {
        await whenStarted.WaitAsync(cancellation);
        return await core.Store.QueryAsync(query, continuationToken, pageSize, cancellation);
    }

    private async Task<LiveInstance> FindRunningAsync(string id, CancellationToken cancellation)
    {
        await whenStarted.WaitAsync(cancellation);
        var instance = core.Find(id) ?? await TakeUpAsync(id, cancellation) ?? throw NotRunning(id);
        await instance.Milestones.Created.WaitAsync(cancellation);
        return instance.Record.IsOpen ? instance : throw NotRunning(id);
    }

    /// <summary>An unfinished instance that is not driven is one whose start arrived after the answer to it was given up.</summary>
    private async Task<LiveInstance?> TakeUpAsync(string id, CancellationToken cancellation)
    {
        if (await core.Store.LoadAsync(id, cancellation) is { Record.IsOpen: true } stored)
        {
            core.Adopt(stored);
        }

        return core.Find(id);
    }

    private async Task<InstanceRecord> WhenAsync(
        string id, Func<Milestones, Task<InstanceRecord>> moment, CancellationToken cancellation)
    {
        await whenStarted.WaitAsync(cancellation);
        if ((core.Find(id) ?? await TakeUpAsync(id, cancellation)) is { } live)
        {
            await live.Milestones.Created.WaitAsync(cancellation);
            return await moment(live.Milestones).WaitAsync(cancellation);
        }

        return (await core.Store.LoadAsync(id, cancellation))?.Record
            ?? throw new InvalidOperationException($"There is no instance '{id}'.");
    }

    private static InvalidOperationException NotRunning(string id) => new($"There is no running instance '{id}'.");
}
