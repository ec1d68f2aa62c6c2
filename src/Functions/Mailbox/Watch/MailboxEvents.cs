using Microsoft.Extensions.Options;
using TechPlan.Functions.Mail;

namespace TechPlan.Functions.Mailbox.Watch;

/// <summary>What Graph has said about the subscription, recorded when it came and acted on by the mailroom.</summary>
internal sealed class MailboxEvents(MailboxState state, MailboxSubscription subscription, MailboxDelta delta, MailboxTrouble trouble, IOptions<MailboxOptions> options, TimeProvider clock)
{
    private const string RowPrefix = "event|";

    /// <summary>The subscription ends soon unless it is renewed.</summary>
    private const string Reauthorize = "reauthorizationRequired";

    /// <summary>The subscription has ended.</summary>
    private const string Removed = "subscriptionRemoved";

    /// <summary>Notifications were lost.</summary>
    private const string Missed = "missed";

    private static readonly TimeSpan Again = TimeSpan.FromMinutes(5);

    public async Task<bool> NoteAsync(string lifecycleEvent, CancellationToken cancellation)
    {
        if (lifecycleEvent is not (Reauthorize or Removed or Missed))
        {
            return false;
        }

        var row = state.NewRow(RowPrefix + lifecycleEvent);
        row["At"] = clock.GetUtcNow();
        await state.KeepAsync(row, cancellation);
        return true;
    }

    public async Task<bool> AnyAsync(CancellationToken cancellation) => options.Value.IsRead && (await state.ListAsync(RowPrefix, cancellation)).Count > 0;

    /// <summary>When to try again what failed; null when everything is done.</summary>
    public async Task<DateTimeOffset?> WorkAsync(CancellationToken cancellation)
    {
        var next = new Earliest();
        foreach (var row in options.Value.IsRead ? await state.ListAsync(RowPrefix, cancellation) : [])
        {
            if (await ActAsync(row.RowKey[RowPrefix.Length..], cancellation))
            {
                await state.RemoveAsync(row, cancellation);
            }
            else
            {
                next.Add(clock.GetUtcNow() + Again);
            }
        }

        return next.At;
    }

    private async Task<bool> ActAsync(string lifecycleEvent, CancellationToken cancellation) => lifecycleEvent switch
    {
        Reauthorize => await trouble.WatchOverAsync(MailboxTrouble.NotWatched, () => subscription.EnsureAsync(renew: true, cancellation), cancellation),
        // Renewing finds out whether it is gone: another event or the timer may have made the new one already.
        Removed => await trouble.WatchOverAsync(MailboxTrouble.NotWatched, () => subscription.EnsureAsync(renew: true, cancellation), cancellation)
            && await LookAsync(cancellation),
        _ => await LookAsync(cancellation),
    };

    private Task<bool> LookAsync(CancellationToken cancellation) =>
        trouble.WatchOverAsync(MailboxTrouble.NotSwept, () => delta.LookAsync(cancellation), cancellation);
}
