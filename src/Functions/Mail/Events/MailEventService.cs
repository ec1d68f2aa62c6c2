using Microsoft.Extensions.Logging;

namespace TechPlan.Functions.Mail.Events;

/// <summary>Takes in what SendGrid posts about mails: many mini-grants at once, each once.</summary>
public sealed class MailEventService(GrantDeliveries grants, LetterDeliveries letters, MailEventTable table, ILogger<MailEventService> log)
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
            batch.Events.GroupBy(happened => happened.Mail is MailName.OfNotice notice ? notice with { Notice = "" } : happened.Mail),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (group, stop) => Interlocked.Add(ref unknown, await TakeInAsync(group.Key, [.. group], stop)));
        var again = await table.KeepAsync(batch.Events, cancellation);
        var report = new MailEventReport(batch.Events.Length, again, batch.Ignored + unknown, batch.Malformed);
        log.Log(
            report.Malformed > 0 ? LogLevel.Warning : LogLevel.Information,
            "SendGrid posted {Events} events about mails, {Again} of them again; {Ignored} were ignored and {Malformed} could not be read.",
            report.Events, report.Again, report.Ignored, report.Malformed);
        return report;
    }

    private Task<int> TakeInAsync(MailName of, IReadOnlyList<MailEvent> events, CancellationToken cancellation) => of switch
    {
        MailName.OfNotice notice => grants.TakeInAsync(notice.Grant, events, cancellation),
        MailName.OfLetter letter => letters.TakeInAsync(letter, events, cancellation),
        _ => throw new InvalidOperationException($"Nobody takes in events of {of.GetType().Name}."),
    };
}
