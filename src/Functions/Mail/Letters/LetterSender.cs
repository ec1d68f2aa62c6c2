using Microsoft.Extensions.Logging;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Letters;

/// <summary>
/// Sends the letters that wait. As with a mini-grant's mails the draft comes first and its id is kept before it is sent, so
/// whoever comes after a crash finds a row in the state Sending and asks the carrier about it.
/// </summary>
internal sealed class LetterSender(
    LetterTable letters, GraphCarrier graph, SendGridCarrier sendGrid, CarrierChoice choice, OfficeTaskTable officeTasks, TimeProvider clock, ILogger<LetterSender> log)
{
    /// <summary>One less than a mailbox takes at once, so that mail can be read meanwhile.</summary>
    private const int AtOnce = 3;

    /// <summary>A letter is drafted within a moment of being posted; an older one may have a draft that nobody has noted.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(4);

    /// <summary>When somebody else is at the same letter: long enough for him to finish.</summary>
    private static readonly TimeSpan AfterConflict = TimeSpan.FromSeconds(30);

    /// <summary>Sends what is due.</summary>
    /// <returns>When to come again (UTC); null when nothing waits any more.</returns>
    public async Task<DateTimeOffset?> SendAsync(CancellationToken cancellation)
    {
        var waiting = await letters.ListWaitingAsync(cancellation);
        var round = new Round();
        await Parallel.ForEachAsync(waiting, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation }, async (letter, token) =>
            round.NextAt.Add(letter.State is MailState.Waiting && letter.NextAttemptAt > clock.GetUtcNow()
                ? letter.NextAttemptAt
                : await SendAsync(choice.IfNeeded(letter), round, token)));
        return round.NextAt.At;
    }

    /// <summary>When the letter is to be looked at again; null when it is done.</summary>
    private async Task<DateTimeOffset?> SendAsync(LetterRow letter, Round round, CancellationToken cancellation)
    {
        var mayHaveDraft = letter.Carrier is CarrierName.Graph && clock.GetUtcNow() - letter.PostedAt > Moment;
        var mail = letter.ToMail(triedBefore: letter.State is MailState.Sending || letter.Reason is not null || mayHaveDraft);
        var claimed = letter with { State = MailState.Sending, Attempts = letter.Attempts + 1, NextAttemptAt = null };
        return await (letter.Carrier is CarrierName.Graph ? ByGraphAsync(claimed, mail, round, cancellation) : BySendGridAsync(claimed, mail, cancellation)) is { } after
            ? after.IsDone ? null : after.NextAttemptAt ?? clock.GetUtcNow()
            : clock.GetUtcNow() + AfterConflict;
    }

    private async Task<LetterRow?> ByGraphAsync(LetterRow claimed, OutgoingMail mail, Round round, CancellationToken cancellation)
    {
        var drafted = round.Take(round.GraphPause ?? await graph.PrepareAsync(mail, claimed.Answers?.GraphId, cancellation));
        if (drafted is not CarrierAnswer.Ready ready)
        {
            return await SettleAsync(claimed, drafted, cancellation);
        }

        return await letters.WriteAsync(claimed with { ProviderId = ready.ProviderId }, cancellation) is { } kept
            ? await SettleAsync(kept, round.Take(await graph.SendAsync(ready.ProviderId, cancellation)), cancellation)
            : null;
    }

    private async Task<LetterRow?> BySendGridAsync(LetterRow claimed, OutgoingMail mail, CancellationToken cancellation)
    {
        using var reserved = await sendGrid.ReserveAsync(cancellation);
        return await letters.WriteAsync(claimed, cancellation) is { } kept
            ? await SettleAsync(kept, mail.TriedBefore && await FindAsync(mail, cancellation) is { } found ? found : await sendGrid.SendAsync([mail], cancellation), cancellation)
            : null;
    }

    /// <summary>What SendGrid knows of a letter that it may have; null when it has not got it.</summary>
    private async Task<CarrierAnswer?> FindAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        var taken = new HashSet<string>();
        var found = await sendGrid.FindAsync(mail.CallId, taken, cancellation);
        return found is not CarrierAnswer.Ready ? found
            : taken.Contains(mail.To.Email.Normalized) ? new CarrierAnswer.Sent(null)
            : null;
    }

    private async Task<LetterRow?> SettleAsync(LetterRow tried, CarrierAnswer answer, CancellationToken cancellation)
    {
        var after = MailVerdict.After(tried, answer, choice.OtherCanTakeOver(tried), clock.GetUtcNow());
        if (after.State is MailState.Failed)
        {
            await officeTasks.AddAsync(UndeliverableMail.TaskOf(after), cancellation);
        }

        log.Log(
            after.State is MailState.Sent ? LogLevel.Information : LogLevel.Warning,
            "Letter {Letter}: {State} by {Carrier} at try {Attempts} ({Reason}).",
            after.MailId, after.State, after.Carrier, after.Attempts, after.Reason ?? "no trouble");
        return await letters.WriteAsync(after, cancellation);
    }

    /// <summary>What the letters of one round share.</summary>
    private sealed class Round
    {
        /// <summary>Graph's request to be left alone for a while: the letters that follow would be told the same.</summary>
        public CarrierAnswer.Later? GraphPause { get; private set; }

        public Earliest NextAt { get; } = new();

        public CarrierAnswer Take(CarrierAnswer answer)
        {
            if (answer is CarrierAnswer.Later { At: not null } pause)
            {
                GraphPause = pause;
            }

            return answer;
        }
    }
}
