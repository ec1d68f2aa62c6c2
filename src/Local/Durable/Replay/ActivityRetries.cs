using Microsoft.DurableTask;

namespace TechPlan.Local.Durable.Replay;

/// <summary>Decides, in the orchestrator, whether and when a failed activity is called again. Pauses are durable timers.</summary>
internal sealed class ActivityRetries(TaskOrchestrationContext context, TaskRetryOptions retry)
{
    private readonly DateTime _begun = context.CurrentUtcDateTime;

    public async Task<string?> RunAsync(Func<Task<string?>> attempt)
    {
        for (var number = 1; ; number++)
        {
            TaskFailedException failure;
            try
            {
                return await attempt();
            }
            catch (TaskFailedException exception)
            {
                failure = exception;
            }

            if (!await ShallRetryAsync(number, failure))
            {
                throw failure;
            }
        }
    }

    private Task<bool> ShallRetryAsync(int attempts, TaskFailedException failure) => retry.Policy is { } policy
        ? PauseAsync(policy, attempts, failure)
        : retry.Handler!(new RetryContext(
            context, attempts, failure.FailureDetails, context.CurrentUtcDateTime - _begun, CancellationToken.None));

    private async Task<bool> PauseAsync(RetryPolicy policy, int attempts, TaskFailedException failure)
    {
        if (attempts >= policy.MaxNumberOfAttempts || !policy.Handle(failure))
        {
            return false;
        }

        var elapsed = context.CurrentUtcDateTime - _begun;
        if (policy.RetryTimeout != Timeout.InfiniteTimeSpan && elapsed >= policy.RetryTimeout)
        {
            return false;
        }

        await context.CreateTimer(Delay(policy, attempts), CancellationToken.None);
        return true;
    }

    private static TimeSpan Delay(RetryPolicy policy, int attempts)
    {
        var grown = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempts - 1);
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : policy.MaxRetryInterval;
        return grown >= longest.TotalMilliseconds ? longest : TimeSpan.FromMilliseconds(grown);
    }
}
