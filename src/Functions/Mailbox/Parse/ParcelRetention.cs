using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>Removes mails that came through Inbound Parse long ago; what they led to is kept elsewhere.</summary>
public sealed class ParcelRetention(ParcelTable parcels, IOptions<StorageOptions> options, TimeProvider clock, ILogger<ParcelRetention> log)
{
    /// <summary>At 8:50 UTC, which is night in the district.</summary>
    [Function(nameof(ParcelRetention))]
    public async Task RunAsync([TimerTrigger("0 50 8 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var removed = await parcels.RemoveBeforeAsync(clock.GetUtcNow().AddDays(-options.Value.KeepMailDays), cancellation);
        log.LogInformation("{Removed} mails of Inbound Parse were older than {Days} days and have been removed.", removed, options.Value.KeepMailDays);
    }
}
