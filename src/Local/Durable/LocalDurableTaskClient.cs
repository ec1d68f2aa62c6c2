using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable.Engine;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable;

/// <summary>The client that functions get for <c>[DurableClient]</c>, over the engine in the same process.</summary>
internal sealed class LocalDurableTaskClient(string hubName, InstanceStarter starter, InstanceCommands instances)
    : DurableTaskClient(hubName)
{
    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        options ??= new StartOrchestrationOptions();
        if (options.StartAt is not null)
        {
            throw new NotSupportedException("StartAt is ignored by some backends; begin the orchestrator with a durable timer instead.");
        }

        var id = options.InstanceId ?? Guid.NewGuid().ToString("N");
        InstanceId.ThrowIfInvalid(id);
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        await starter.StartAsync(id, orchestratorName, Payloads.Serialize(input, "The orchestrator's input"), options, cancellation);
        return id;
    }

    public override Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        var payload = Payloads.Serialize(eventPayload, $"The payload of event '{eventName}'");
        return instances.RaiseEventAsync(instanceId, new EventRaised(eventName, payload), cancellation);
    }

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        await instances.FindAsync(instanceId, cancellation) is { } record ? Describe(record, getInputsAndOutputs) : null;

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null)
    {
        var query = filter ?? new OrchestrationQuery();
        return Pageable.Create(async (token, size, cancellation) =>
        {
            var page = await instances.QueryAsync(query, token ?? query.ContinuationToken, size ?? query.PageSize, cancellation);
            return new Page<OrchestrationMetadata>(
                [.. page.Values.Select(record => Describe(record, query.FetchInputsAndOutputs))], page.ContinuationToken);
        });
    }

    public override async Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Describe(await instances.WhenStartedAsync(instanceId, cancellation), getInputsAndOutputs);

    public override async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Describe(await instances.WhenEndedAsync(instanceId, cancellation), getInputsAndOutputs);

    public override Task TerminateInstanceAsync(
        string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        instances.TerminateAsync(instanceId, Payloads.Serialize(options?.Output, "The output"), cancellation);

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        instances.SwitchAsync(instanceId, OrchestrationRuntimeStatus.Suspended, cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        instances.SwitchAsync(instanceId, OrchestrationRuntimeStatus.Running, cancellation);

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
        new(await instances.PurgeAsync(instanceId, cancellation), isComplete: true);

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        var purged = 0;
        await foreach (var found in GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            purged += found.IsCompleted ? await instances.PurgeAsync(found.InstanceId, cancellation) : 0;
        }

        return new PurgeResult(purged, isComplete: true);
    }

    /// <summary>Nothing to let go of: the engine belongs to the host.</summary>
    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static OrchestrationMetadata Describe(InstanceRecord record, bool withPayloads) => new(record.Name, record.Id)
    {
        RuntimeStatus = record.Status,
        CreatedAt = record.CreatedAt,
        LastUpdatedAt = record.UpdatedAt,
        SerializedInput = withPayloads ? record.Input : null,
        SerializedOutput = withPayloads ? record.Output : null,
        SerializedCustomStatus = withPayloads ? record.CustomStatus : null,
        FailureDetails = record.Failure,
        Tags = record.Tags,
        DataConverter = Payloads.Converter,
    };
}
