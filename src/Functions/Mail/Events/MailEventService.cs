using Microsoft.Extensions.Logging;

namespace TechPlan.Functions.Mail.Events;

/// <summary>Takes in what SendGrid posts about mails: many mini-grants at once, each once.</summary>
public sealed class MailEventService(GrantDeliveries deliveries, MailEventTable table, ILogger<MailEventService> log)
{
    /// <summary>A post has the events of half a minute; the tables answer several at once, and should serve others meanwhile.</summary>
    private const int AtOnce = 4;

    /// <summary>
    /// Acts on the events and keeps them. Everything is stored when this returns. If it is cut short it can be done again from the
    /// start: progress never goes back, and only a change of it tells the office.
    /// </summary>
    internal async Task<MailEventReport> TakeInAsync(MailEventBatch batch, CancellationToken cancellation)
    {
        var unknown = 0;
        await Parallel.ForEachAsync(
            batch.Events.GroupBy(happened => happened.Grant),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (grant, stop) => Interlocked.Add(ref unknown, await deliveries.TakeInAsync(grant.Key, [.. grant], stop)));
        var again = await table.KeepAsync(batch.Events, cancellation);
        var report = new MailEventReport(batch.Events.Length, again, batch.Ignored + unknown, batch.Malformed);
        log.Log(
            report.Malformed > 0 ? LogLevel.Warning : LogLevel.Information,
            "SendGrid posted {Events} events about mails, {Again} of them again; {Ignored} were ignored and {Malformed} could not be read.",
            report.Events, report.Again, report.Ignored, report.Malformed);
        return report;
    }
}
