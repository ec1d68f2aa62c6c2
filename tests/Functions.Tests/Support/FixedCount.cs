using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Enroll;

namespace TechPlan.Functions.Tests.Support;

/// <summary>Enroll with a number of the test's choice; null is a system that is down.</summary>
internal sealed class FixedCount : IRegistrationCount
{
    internal int? Registered { get; set; } = 0;

    public Task<int?> CountAsync(MiniGrantId id, CancellationToken cancellation) => Task.FromResult(Registered);
}
