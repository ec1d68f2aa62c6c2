using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Health;

/// <summary>How the app is. It names no people.</summary>
/// <param name="OfficeTasks">What waits for a person in the office; null when storage cannot say.</param>
internal sealed record HealthReport(IReadOnlyList<HealthCheck> Checks, IReadOnlyList<OfficeTask>? OfficeTasks)
{
    internal bool IsHealthy => Checks.All(check => check.Passed);
}

/// <summary>One thing that was looked at.</summary>
/// <param name="Detail">What is the matter and what to do; null when all is well.</param>
internal sealed record HealthCheck(string Name, bool Passed, string? Detail);
