using Microsoft.DurableTask.Client;
using TechPlan.Functions.Mail;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Mailbox.Ledger;
using TechPlan.Functions.Mailbox.Watch;

namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>Does what Graph has announced about the subscription, handles the mails that wait, then sends the letters that answer them.</summary>
internal sealed class Mailroom(MailboxEvents events, ArrivalTable arrivals, ArrivalHandling handling, LetterTable letterBox, LetterSender letters, TimeProvider clock) : IMailroom
{
    /// <summary>One less than a mailbox takes at once, so that letters and mini-grants' mails can be sent meanwhile.</summary>
    private const int AtOnce = 3;

    /// <summary>In one round, so that those who wrote first are answered before the last mail of a crowd is read.</summary>
    private const int MostInARound = 24;

    public async Task<DateTimeOffset?> WorkAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        var next = new Earliest();
        next.Add(await events.WorkAsync(cancellation));
        next.Add(await HandleAsync(engine, cancellation));
        next.Add(await letters.SendAsync(cancellation));
        return next.At;
    }

    public async Task<bool> HasWorkAsync(CancellationToken cancellation) =>
        await events.AnyAsync(cancellation) || await arrivals.AnyWaitingAsync(cancellation) || await letterBox.AnyWaitingAsync(cancellation);

    /// <summary>When to come again.</summary>
    private async Task<DateTimeOffset?> HandleAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        var (now, next, pause) = (clock.GetUtcNow(), new Earliest(), new MailroomPause());
        var waiting = await arrivals.ListWaitingAsync(cancellation);
        var due = waiting.Where(arrival => arrival.IsDue(now)).ToArray();
        foreach (var later in waiting.Where(arrival => !arrival.IsDue(now)))
        {
            next.Add(later.NextAttemptAt);
        }

        await Parallel.ForEachAsync(due.Take(MostInARound), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (arrival, token) =>
            next.Add(pause.End ?? await handling.RunAsync(arrival, engine, pause, token)));
        next.Add(due.Length > MostInARound ? pause.End ?? now : null);
        return next.At;
    }
}
