using Microsoft.Extensions.Options;
using TechPlan.Functions.Mailbox.Ledger;

namespace TechPlan.Functions.Mailbox.Watch;

/// <summary>The two ways in which new mail comes to our knowledge: Graph tells us, and we look.</summary>
internal sealed class MailboxUpkeep(
    MailboxSubscription subscription, MailboxDelta delta, MailboxEvents events, MailboxTrouble trouble, ArrivalTable arrivals, IOptions<MailboxOptions> options, TimeProvider clock) : IMailboxUpkeep
{
    public async Task<bool> WatchAsync(CancellationToken cancellation)
    {
        var isNew = false;
        return options.Value.IsRead
            && await trouble.WatchOverAsync(MailboxTrouble.NotWatched, async () => isNew = await subscription.EnsureAsync(renew: false, cancellation), cancellation)
            && isNew
            && await SweepAsync(cancellation);
    }

    public async Task<bool> SweepAsync(CancellationToken cancellation)
    {
        var found = 0;
        return options.Value.IsRead
            && await trouble.WatchOverAsync(MailboxTrouble.NotSwept, async () => found = await delta.LookAsync(cancellation), cancellation)
            && found > 0;
    }

    public async Task<MailboxStanding> StandingAsync(CancellationToken cancellation)
    {
        var (now, waiting) = (clock.GetUtcNow(), await arrivals.ListWaitingAsync(cancellation));
        TimeSpan? longest = waiting.Count == 0 ? null : now - waiting[0].ReceivedAt;
        return !options.Value.IsRead
            ? new MailboxStanding(IsRead: false, IsWatched: false, IsSwept: false, longest)
            : new MailboxStanding(
                IsRead: true,
                await subscription.ExpiresAtAsync(cancellation) > now,
                await trouble.SinceAsync(MailboxTrouble.NotSwept, cancellation) is null,
                longest);
    }

    public Task<bool> NoteAsync(string lifecycleEvent, CancellationToken cancellation) => events.NoteAsync(lifecycleEvent, cancellation);
}
