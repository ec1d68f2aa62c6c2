using Azure;
using Microsoft.Extensions.Logging;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>
/// Sends what waits in a mini-grant's outbox, all of it at once and with few table requests: one to read, one to claim the mails
/// with the ids of their drafts, one to finish them. It may die at any point; whoever comes next finds rows in the state Sending
/// and asks the carrier about them before anything is sent.
/// </summary>
internal sealed class MailDispatcher(
    MiniGrantStore store, MailPlanner planner, MailWriter writer, MailLedger ledger, GraphRound graph, SendGridRound sendGrid, MailTurns turns,
    Handover<MiniGrantWork> deliveries, TimeProvider clock, ILogger<MailDispatcher> log) : IMailDelivery
{
    /// <summary>Each pass sends something, hands it to the other carrier or gives it a later time; many are only needed for a crowd.</summary>
    private const int MostPasses = 60;

    /// <summary>When somebody else is at the same outbox: long enough for him to finish.</summary>
    private static readonly TimeSpan AfterConflict = TimeSpan.FromSeconds(30);

    public async Task<DateTimeOffset?> DeliverAsync(MiniGrantId id, CancellationToken cancellation)
    {
        using var turn = await turns.TakeAsync(id, cancellation);
        for (var passes = 1; ; passes++)
        {
            var next = await PassAsync(id, passes == 1 ? deliveries.Take(id) : null, cancellation);
            if (next is null || next > clock.GetUtcNow() || passes == MostPasses)
            {
                return next;
            }
        }
    }

    /// <param name="handed">What was read a moment ago; null to read it now.</param>
    private async Task<DateTimeOffset?> PassAsync(MiniGrantId id, MiniGrantWork? handed, CancellationToken cancellation)
    {
        var work = handed ?? await store.ReadWorkAsync(id, cancellation);
        if (work.Grant?.State is not MiniGrant.Known state || work.Outbox.Count == 0)
        {
            return null;
        }

        var plan = await planner.PlanAsync(id, state, work, cancellation);
        try
        {
            return plan.ChangesNothing ? plan.NextAt : await SendAsync(plan, cancellation);
        }
        catch (RequestFailedException outdated) when (handed is not null && outdated.Status is 404 or 409 or 412)
        {
            return clock.GetUtcNow();
        }
        catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
        {
            log.LogInformation("Somebody else delivers the mails of mini-grant {MiniGrant}.", id);
            return clock.GetUtcNow() + AfterConflict;
        }
    }

    private async Task<DateTimeOffset?> SendAsync(MailPlan plan, CancellationToken cancellation)
    {
        await writer.WriteAsync(plan, cancellation);
        await graph.DraftAsync(plan, cancellation);
        await ledger.ClaimAsync(plan, cancellation);
        await graph.SendAsync(plan, cancellation);
        await sendGrid.RunAsync(plan, cancellation);
        await ledger.SettleAsync(plan, cancellation);
        foreach (var row in plan.Jobs.Select(job => job.Row))
        {
            if (!row.IsDone)
            {
                plan.Stays(row.NextAttemptAt ?? clock.GetUtcNow());
            }

            Report(plan.Grant, row);
        }

        return plan.NextAt;
    }

    private void Report(MiniGrantId id, MailRow row) => log.Log(
        row.State is MailState.Sent ? LogLevel.Information : LogLevel.Warning,
        "Mail {Kind} to {Audience} of mini-grant {MiniGrant}: {State} by {Carrier} at try {Attempts} ({Reason}).",
        row.Notice.Kind, row.Notice.To, id, row.State, row.Carrier, row.Attempts, row.Reason ?? "no trouble");
}
