using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Mailbox.Ledger;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>
/// Sees one arrival through. It may die at any point: the arrival is found again when its lease is over, the claim says whose the
/// mail is, and the handler finds done what was done before.
/// </summary>
internal sealed class ArrivalHandling(
    IEnumerable<IMailSource> sources, IMailHandler handler, ArrivalTable arrivals, HandledMails handled, OfficeTaskTable officeTasks, Nudge nudge,
    TimeProvider clock, ILogger<ArrivalHandling> log)
{
    internal const string TaskKind = "mail-not-handled";

    /// <summary>When to look at it again; null when it is done.</summary>
    /// <param name="pause">Told when everything has to wait.</param>
    public async Task<DateTimeOffset?> RunAsync(Arrival waiting, DurableTaskClient engine, MailroomPause pause, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (await arrivals.WriteAsync(ArrivalPatience.Taken(waiting, now), cancellation) is not { } taken)
        {
            return null;
        }

        try
        {
            return ArrivalPatience.IsSpent(waiting) ? await GiveUpAsync(taken, waiting.Reason ?? "no-end", cancellation) : await HandleAsync(taken, engine, cancellation);
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            return await AfterAsync(taken, problem, pause, cancellation);
        }
    }

    private async Task<DateTimeOffset?> HandleAsync(Arrival arrival, DurableTaskClient engine, CancellationToken cancellation)
    {
        var source = SourceOf(arrival);
        if (await source.ReadAsync(arrival.Key, cancellation) is not { } mail)
        {
            return await NotThereAsync(arrival, cancellation);
        }

        switch (await ClaimAsync(arrival, mail, cancellation))
        {
            case MailClaim.Done done:
                return await FileAsync(source, arrival, done.Place, cancellation);
            case MailClaim.Mine:
                var handling = await handler.HandleAsync(mail, cancellation);
                await Task.WhenAll(handling.Wake.Distinct().Select(id => nudge.SendAsync(engine, id, cancellation)));
                await handled.DoneAsync(mail.MessageId, arrival.Name, handling.Place, cancellation);
                return await FileAsync(source, arrival, handling.Place, cancellation);
            default:
                return await WaitForOtherAsync(arrival, cancellation);
        }
    }

    /// <summary>A mail is announced by one server and read from another, which may learn of it later: only what is not there twice is gone.</summary>
    private async Task<DateTimeOffset?> NotThereAsync(Arrival arrival, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (arrival.Attempts <= 1 && ArrivalPatience.After(arrival, new Setback("not-there", null, IsOutage: false), now) is { } later)
        {
            return (await arrivals.WriteAsync(later, cancellation))?.NextAttemptAt;
        }

        await arrivals.DoneAsync(arrival, now, cancellation);
        return null;
    }

    private async Task<MailClaim> ClaimAsync(Arrival arrival, InboundMail mail, CancellationToken cancellation)
    {
        var claim = await handled.ClaimAsync(mail.MessageId, arrival.Name, cancellation);
        return claim is MailClaim.Elsewhere other
            && !await arrivals.IsWaitingAsync(other.Arrival, cancellation)
            && await handled.TryTakeOverAsync(mail.MessageId, arrival.Name, other, cancellation)
            ? new MailClaim.Mine()
            : claim;
    }

    /// <summary>The same mail is being handled as another arrival; what becomes of that one decides where this copy is kept.</summary>
    private async Task<DateTimeOffset?> WaitForOtherAsync(Arrival arrival, CancellationToken cancellation)
    {
        var later = ArrivalPatience.After(arrival, new Setback("handled-elsewhere", null, IsOutage: true), clock.GetUtcNow());
        return later is null ? await GiveUpAsync(arrival, "handled-elsewhere", cancellation) : (await arrivals.WriteAsync(later, cancellation))?.NextAttemptAt;
    }

    private async Task<DateTimeOffset?> FileAsync(IMailSource source, Arrival arrival, MailPlace place, CancellationToken cancellation)
    {
        await source.FileAsync(arrival.Key, place, cancellation);
        await arrivals.DoneAsync(arrival, clock.GetUtcNow(), cancellation);
        log.LogInformation("Arrival {Arrival} was handled at try {Attempts}: {Place}.", arrival.Name, arrival.Attempts, place);
        return null;
    }

    private async Task<DateTimeOffset?> AfterAsync(Arrival tried, Exception problem, MailroomPause pause, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var setback = Setbacks.Of(problem, now);
        log.LogWarning(problem, "Arrival {Arrival} could not be handled at try {Attempts} ({Reason}).", tried.Name, tried.Attempts, setback.Reason);
        if (ArrivalPatience.After(tried, setback, now) is not { } later)
        {
            return await GiveUpAsync(tried, setback.Reason, cancellation);
        }

        if (setback is { IsOutage: true, At: { } until })
        {
            pause.Until(until);
        }

        return (await arrivals.WriteAsync(later, cancellation))?.NextAttemptAt;
    }

    /// <summary>The office is told first: if the mail cannot even be moved, it is at least known of.</summary>
    private async Task<DateTimeOffset?> GiveUpAsync(Arrival arrival, string reason, CancellationToken cancellation)
    {
        await officeTasks.AddAsync(new OfficeTask(null, TaskKind, $"{arrival.Door} {reason} {arrival.Name}", clock.GetUtcNow()), cancellation);
        try
        {
            await SourceOf(arrival).FileAsync(arrival.Key, MailPlace.NeedsAttention, cancellation);
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(problem, "Arrival {Arrival} was given up and could not be moved: it is where it came in.", arrival.Name);
        }

        await arrivals.DoneAsync(arrival, clock.GetUtcNow(), cancellation);
        return null;
    }

    private IMailSource SourceOf(Arrival arrival) => sources.Single(source => source.Door == arrival.Door);
}
