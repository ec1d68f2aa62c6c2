namespace Microsoft.DurableTask;

/// <summary>How often, and with what pauses, a failed activity is tried again.</summary>
public class RetryPolicy
{
    private readonly Func<TaskFailureDetails, bool> _handleFailure = _ => true;

    public RetryPolicy(
        int maxNumberOfAttempts,
        TimeSpan firstRetryInterval,
        double backoffCoefficient = 1,
        TimeSpan? maxRetryInterval = null,
        TimeSpan? retryTimeout = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(maxNumberOfAttempts);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(firstRetryInterval, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThan(backoffCoefficient, 1);
        ThrowIfShorter(maxRetryInterval, firstRetryInterval, nameof(maxRetryInterval));
        ThrowIfShorter(retryTimeout, firstRetryInterval, nameof(retryTimeout));
        MaxNumberOfAttempts = maxNumberOfAttempts;
        FirstRetryInterval = firstRetryInterval;
        BackoffCoefficient = backoffCoefficient;
        MaxRetryInterval = maxRetryInterval ?? TimeSpan.FromHours(1);
        RetryTimeout = retryTimeout ?? Timeout.InfiniteTimeSpan;
    }

    /// <summary>The first attempt counts: 1 means no retry.</summary>
    public int MaxNumberOfAttempts { get; }

    public TimeSpan FirstRetryInterval { get; }

    public double BackoffCoefficient { get; }

    /// <summary>No pause is longer; one hour unless given.</summary>
    public TimeSpan MaxRetryInterval { get; }

    /// <summary>No retry begins later than this after the first attempt; infinite unless given.</summary>
    public TimeSpan RetryTimeout { get; }

    /// <summary>Which failures are tried again; all of them unless given.</summary>
    public Func<TaskFailureDetails, bool> HandleFailure
    {
        init => _handleFailure = value;
    }

    /// <summary><see cref="HandleFailure"/>, asked with the exception that the orchestrator would see.</summary>
    public Func<Exception, bool> Handle => exception => _handleFailure(exception is TaskFailedException failed
        ? failed.FailureDetails
        : TaskFailureDetails.FromException(exception));

    private static void ThrowIfShorter(TimeSpan? given, TimeSpan first, string name)
    {
        if (given is { } span && span != Timeout.InfiniteTimeSpan && span < first)
        {
            throw new ArgumentOutOfRangeException(name, span, "It must not be shorter than the first retry interval.");
        }
    }
}
