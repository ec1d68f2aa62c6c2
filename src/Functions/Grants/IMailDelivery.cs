using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Grants;

/// <summary>Sends what waits in a mini-grant's outbox.</summary>
public interface IMailDelivery
{
    /// <summary>Sends everything that waits.</summary>
    /// <returns>When to try again what could not be sent yet (UTC); null when nothing waits any more.</returns>
    Task<DateTimeOffset?> DeliverAsync(MiniGrantId id, CancellationToken cancellation);
}
