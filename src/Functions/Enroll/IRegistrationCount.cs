using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Enroll;

/// <summary>Asks the registration system how many people are registered for a mini-grant's session.</summary>
public interface IRegistrationCount
{
    /// <summary>How many are registered now; null when the number cannot be had.</summary>
    Task<int?> CountAsync(MiniGrantId id, CancellationToken cancellation);
}
