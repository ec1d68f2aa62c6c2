using System.Text.Json.Serialization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace TechPlan.Local.Durable.History;

/// <summary>What is known of an instance beside its history.</summary>
public sealed record InstanceRecord
{
    public required string Id { get; init; }

    /// <summary>Differs for each start of the same id, so that rows left by an earlier one are never mistaken for this one's.</summary>
    public required string ExecutionId { get; init; }

    /// <summary>Counts ContinueAsNew; the history of any other generation is void.</summary>
    public required int Generation { get; init; }

    public required string Name { get; init; }

    public required string Version { get; init; }

    public required OrchestrationRuntimeStatus Status { get; init; }

    /// <summary>When the generation began, as the real backend has it.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; init; }

    public string? Input { get; init; }

    public string? Output { get; init; }

    public string? CustomStatus { get; init; }

    public TaskFailureDetails? Failure { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    [JsonIgnore]
    public bool IsOpen => Status
        is OrchestrationRuntimeStatus.Pending
        or OrchestrationRuntimeStatus.Running
        or OrchestrationRuntimeStatus.Suspended;
}
