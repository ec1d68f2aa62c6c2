using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace TechPlan.Functions.Grants;

/// <summary>
/// Lets go of the history of orchestrations that ended long ago. It holds nothing that the tables do not, and the engine never
/// removes it by itself.
/// </summary>
public sealed class HistoryPurge(TimeProvider clock, ILogger<HistoryPurge> log)
{
    /// <summary>Long enough to look into what went wrong.</summary>
    private static readonly TimeSpan Keep = TimeSpan.FromDays(30);

    private static readonly OrchestrationRuntimeStatus[] Ended =
        [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated];

    [Function(nameof(HistoryPurge))]
    public async Task RunAsync([TimerTrigger("0 30 9 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var purged = await engine.PurgeAllInstancesAsync(new PurgeInstancesFilter(CreatedTo: clock.GetUtcNow() - Keep, Statuses: Ended), cancellation);
        log.LogInformation("The histories of {Purged} ended orchestrations were purged.", purged.PurgedInstanceCount);
    }
}
