using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Drafts;

/// <summary>Removes drafts that nobody came back to: they have people's names and addresses in them.</summary>
public sealed class DraftRetention(DraftStore drafts, IOptions<StorageOptions> options, TimeProvider clock, ILogger<DraftRetention> log)
{
    /// <summary>At 8:45 UTC, which is night in the district.</summary>
    [Function(nameof(DraftRetention))]
    public async Task RunAsync([TimerTrigger("0 45 8 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var removed = await drafts.RemoveBeforeAsync(clock.GetUtcNow().AddDays(-options.Value.KeepDraftDays), cancellation);
        log.LogInformation("{Removed} drafts were older than {Days} days and have been removed.", removed, options.Value.KeepDraftDays);
    }
}
