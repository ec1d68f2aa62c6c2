using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>Starts instances, each id once at a time: a live one is never replaced.</summary>
internal sealed class InstanceStarter(EngineCore core, string defaultVersion, Task whenStarted)
{
    public async Task StartAsync(
        string id, TaskName name, string? input, StartOrchestrationOptions options, CancellationToken cancellation)
    {
        await whenStarted.WaitAsync(cancellation);
        var instance = new LiveInstance(NewRecord(id, name, input, options));
        if (!core.TryAdd(instance))
        {
            throw AlreadyExists(id, core.Find(id)?.Record.Status ?? OrchestrationRuntimeStatus.Running);
        }

        await core.Work.CountAsync(async () =>
        {
            try
            {
                instance.ConfirmCreation(await CreateAsync(instance, options, cancellation));
                core.Enqueue(instance);
            }
            catch (Exception exception)
            {
                core.Remove(instance);
                instance.Milestones.SetNotCreated(exception);
                throw;
            }
        });
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

    private static OrchestrationAlreadyExistsException AlreadyExists(string id, OrchestrationRuntimeStatus status) =>
        new($"An instance '{id}' exists already; it is {status}.");
}
