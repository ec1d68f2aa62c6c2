using Microsoft.Extensions.Logging;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Enroll;

/// <summary>Counts on the built-in Enroll. That it cannot count is an answer too: nothing is cancelled because a system was down.</summary>
public sealed class RegistrationCount(RegistrationStore store, ILogger<RegistrationCount> logger) : IRegistrationCount
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    public async Task<int?> CountAsync(MiniGrantId id, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            return await store.CountAsync(id, patience.Token);
        }
        catch (Exception e) when (StorageOutage.Is(e) && !cancellation.IsCancellationRequested)
        {
            logger.LogWarning(e, "The registrations of {MiniGrant} could not be counted", id);
            return null;
        }
    }
}
