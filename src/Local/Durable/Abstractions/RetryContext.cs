namespace Microsoft.DurableTask;

/// <summary>What a retry handler knows when it decides; it runs in the orchestrator and must be deterministic.</summary>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);

/// <summary>Says whether to try again.</summary>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>Says whether to try again; may await durable timers for a pause.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);
