using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Intake;

/// <summary>Removes what was refused long ago: it has people's names and addresses in it, and nobody will ask about it any more.</summary>
public sealed class RefusedRetention(RefusedTable refused, IOptions<StorageOptions> options, TimeProvider clock, ILogger<RefusedRetention> log)
{
    /// <summary>At 8:30 UTC, which is night in the district.</summary>
    [Function(nameof(RefusedRetention))]
    public async Task RunAsync([TimerTrigger("0 30 8 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var removed = await refused.RemoveBeforeAsync(clock.GetUtcNow().AddDays(-options.Value.KeepRefusedDays), cancellation);
        log.LogInformation("{Removed} refused requests were older than {Days} days and have been removed.", removed, options.Value.KeepRefusedDays);
    }
}
