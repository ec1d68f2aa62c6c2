using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mail.Events;

/// <summary>Removes events of long ago. What became of a mail stands with the mini-grant.</summary>
public sealed class MailEventRetention(MailEventTable table, IOptions<StorageOptions> options, TimeProvider clock, ILogger<MailEventRetention> log)
{
    /// <summary>At 8:40 UTC, which is night in the district.</summary>
    [Function(nameof(MailEventRetention))]
    public async Task RunAsync([TimerTrigger("0 40 8 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var removed = await table.RemoveBeforeAsync(clock.GetUtcNow().AddDays(-options.Value.KeepMailEventDays), cancellation);
        log.LogInformation("{Removed} mail events were older than {Days} days and have been removed.", removed, options.Value.KeepMailEventDays);
    }
}
