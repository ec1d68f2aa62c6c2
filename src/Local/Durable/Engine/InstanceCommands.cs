using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>What can be done to instances from outside. Each call counts as work until what it has caused is queued.</summary>
internal sealed class InstanceCommands(EngineCore core, string defaultVersion, Task whenStarted)
{
    public async Task ScheduleAsync(
        string id, TaskName name, string? input, StartOrchestrationOptions options, CancellationToken cancellation)
    {
        await whenStarted.WaitAsync(cancellation);
        var instance = new LiveInstance(NewRecord(id, name, input, options));
        if (!core.TryAdd(instance))
        {
            throw AlreadyExists(id, core.Find(id)?.Record.Status ?? OrchestrationRuntimeStatus.Running);
        }

        await CountedAsync(async () =>
        {
            try
            {
                instance.ConfirmCreation(await CreateAsync(instance, options, cancellation));
                core.Enqueue(instance);
            }
            catch (Exception exception)
            {
                core.Remove(instance);
                instance.FailCreation(exception);
                throw;
            }
        });
    }

    public Task RaiseEventAsync(string id, EventRaised raised, CancellationToken cancellation) => CountedAsync(async () =>
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

        if (!instance.IsSuspended)
        {
            core.Enqueue(instance);
        }
    });

    public Task TerminateAsync(string id, string? output, CancellationToken cancellation) => CountedAsync(async () =>
    {
        var instance = await FindRunningAsync(id, cancellation);
        var ended = await core.EndAsync(instance, record => record with
        {
            Status = OrchestrationRuntimeStatus.Terminated,
            Output = output,
        });
        if (!ended)
        {
            throw NotRunning(id);
        }
    });

    /// <summary>Suspends or resumes; doing so twice changes nothing.</summary>
    public Task SwitchAsync(string id, OrchestrationRuntimeStatus to, CancellationToken cancellation) => CountedAsync(async () =>
    {
        var instance = await FindRunningAsync(id, cancellation);
        await instance.Turn.WaitAsync(cancellation);
        try
        {
            while (instance.Record.IsOpen && instance.IsSuspended != (to == OrchestrationRuntimeStatus.Suspended))
            {
                var record = instance.Record with { Status = to, UpdatedAt = core.Now };
                await core.CommitAsync(instance, new HistoryCommit(record, [], [], DropsHistory: false));
            }

            if (!instance.Record.IsOpen)
            {
                throw NotRunning(id);
            }
        }
        finally
        {
            instance.Turn.Release();
        }
    });

    public async Task<InstanceRecord?> FindAsync(string id, CancellationToken cancellation)
    {
        await whenStarted.WaitAsync(cancellation);
        return core.Find(id) is { Created.IsCompletedSuccessfully: true } live
            ? live.Record
            : (await core.Store.LoadAsync(id, cancellation))?.Record;
    }

    public Task<InstanceRecord> WhenStartedAsync(string id, CancellationToken cancellation) =>
        WhenAsync(id, instance => instance.Started, cancellation);

    public Task<InstanceRecord> WhenEndedAsync(string id, CancellationToken cancellation) =>
        WhenAsync(id, instance => instance.Ended, cancellation);

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

    private async Task<StorePosition> CreateAsync(
        LiveInstance instance, StartOrchestrationOptions options, CancellationToken cancellation)
    {
        var record = instance.Record;
        var start = new HistoryCommit(record, [], [], DropsHistory: true);
        if (await core.Store.CommitAsync(start, StorePosition.None, cancellation) is { } created)
        {
            return created;
        }

        var former = await core.Store.LoadAsync(record.Id, cancellation);
        if (former is { Record.IsOpen: true })
        {
            // Left by a start whose answer was lost. It is the one to be driven, in place of this one.
            core.Remove(instance);
            core.Adopt(former);
        }

        if (former is not null && Forbids(options, former.Record))
        {
            throw AlreadyExists(record.Id, former.Record.Status);
        }

        return await core.Store.CommitAsync(start, former?.Position ?? StorePosition.None, cancellation)
            ?? throw AlreadyExists(record.Id, OrchestrationRuntimeStatus.Pending);
    }

    private static bool Forbids(StartOrchestrationOptions options, InstanceRecord former) => former.IsOpen
        || options.DedupeStatuses?.Contains(former.Status.ToString(), StringComparer.OrdinalIgnoreCase) == true;

    private InstanceRecord NewRecord(string id, TaskName name, string? input, StartOrchestrationOptions options) => new()
    {
        Id = id,
        ExecutionId = Guid.NewGuid().ToString("N"),
        Generation = 1,
        Name = name,
        Version = options.Version?.Version ?? defaultVersion,
        Status = OrchestrationRuntimeStatus.Pending,
        CreatedAt = core.Now,
        UpdatedAt = core.Now,
        Input = input,
        Tags = options.Tags,
    };

    private async Task<LiveInstance> FindRunningAsync(string id, CancellationToken cancellation)
    {
        await whenStarted.WaitAsync(cancellation);
        var instance = core.Find(id) ?? await TakeUpAsync(id, cancellation) ?? throw NotRunning(id);
        await instance.Created.WaitAsync(cancellation);
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
        string id, Func<LiveInstance, Task<InstanceRecord>> moment, CancellationToken cancellation)
    {
        await whenStarted.WaitAsync(cancellation);
        if ((core.Find(id) ?? await TakeUpAsync(id, cancellation)) is { } live)
        {
            await live.Created.WaitAsync(cancellation);
            return await moment(live).WaitAsync(cancellation);
        }

        return (await core.Store.LoadAsync(id, cancellation))?.Record
            ?? throw new InvalidOperationException($"There is no instance '{id}'.");
    }

    private async Task CountedAsync(Func<Task> command)
    {
        core.Work.Enter();
        try
        {
            await command();
        }
        finally
        {
            core.Work.Leave();
        }
    }

    private static OrchestrationAlreadyExistsException AlreadyExists(string id, OrchestrationRuntimeStatus status) =>
        new($"An instance '{id}' exists already; it is {status}.");

    private static InvalidOperationException NotRunning(string id) => new($"There is no running instance '{id}'.");
}
