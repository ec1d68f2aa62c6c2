using Microsoft.Azure.Functions.Worker;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Grants;

/// <summary>What the orchestration has done for it. Both may run more than once: the table says what is still to do.</summary>
public sealed class MiniGrantActivities(MiniGrantAdvance advance, IMailDelivery mail, OpenWorkTable openWork)
{
    /// <summary>Files and decides whatever is due.</summary>
    [Function(nameof(AdvanceMiniGrant))]
    public Task<AdvanceResult> AdvanceMiniGrant([ActivityTrigger] string id, CancellationToken cancellation) =>
        advance.AdvanceAsync(Known(id), cancellation);

    /// <summary>Sends what waits; the answer is when to look again.</summary>
    [Function(nameof(DeliverMail))]
    public async Task<DeliveryResult> DeliverMail([ActivityTrigger] Delivery delivery, CancellationToken cancellation)
    {
        var id = Known(delivery.MiniGrant);
        var retryAt = await mail.DeliverAsync(id, cancellation);
        var due = retryAt < delivery.WakeAt || delivery.WakeAt is null ? retryAt : delivery.WakeAt;
        return new DeliveryResult(await openWork.SettleAsync(id, delivery.Mark, due, cancellation));
    }

    private static MiniGrantId Known(string id) =>
        MiniGrantId.TryParse(id) ?? throw new ArgumentException("An orchestration's id is its mini-grant's id.", nameof(id));
}

/// <summary>What is to be delivered and what is waited for beside it. No names, no addresses: it is kept in the history.</summary>
public sealed record Delivery(string MiniGrant, DateTimeOffset? WakeAt, string Mark);

/// <summary>What is left to wait for once everything that could be sent has been. A record, so that it can grow while instances are under way.</summary>
/// <param name="WakeAt">The next moment to look again (UTC); null when there is nothing to wait for.</param>
public sealed record DeliveryResult(DateTimeOffset? WakeAt);
