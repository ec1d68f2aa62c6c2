using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TechPlan.Functions.Tests.Support;

/// <summary>A client that only notes what it is asked for, and fails where the test says so.</summary>
internal sealed class ScriptedEngine() : DurableTaskClient("scripted")
{
    internal List<string> Started { get; } = [];

    internal List<string> Raised { get; } = [];

    /// <summary>What raising an event throws; null lets it pass.</summary>
    internal Exception? RaiseFails { get; set; }

    /// <summary>What a start throws; null lets it pass.</summary>
    internal Exception? StartFails { get; set; }

    /// <summary>The instances that exist, with their status.</summary>
    internal Dictionary<string, OrchestrationRuntimeStatus> Instances { get; } = [];

    /// <summary>The instances that cannot be looked up.</summary>
    internal HashSet<string> Unreadable { get; } = [];

    /// <summary>An engine that cannot be reached.</summary>
    internal static ScriptedEngine Down() => new() { RaiseFails = new IOException("down"), StartFails = new IOException("down") };

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        Note(Raised, instanceId);
        return RaiseFails is { } problem ? Task.FromException(problem) : Task.CompletedTask;
    }

    public override Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        Note(Started, options!.InstanceId!);
        return StartFails is { } problem ? Task.FromException<string>(problem) : Task.FromResult(options.InstanceId!);
    }

    public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        Unreadable.Contains(instanceId)
            ? Task.FromException<OrchestrationMetadata?>(new IOException("unreadable"))
            : Task.FromResult(Instances.TryGetValue(instanceId, out var status)
                ? new OrchestrationMetadata("MiniGrantOrchestration", instanceId) { RuntimeStatus = status }
                : null);

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private static void Note(List<string> list, string id)
    {
        lock (list)
        {
            list.Add(id);
        }
    }
}
