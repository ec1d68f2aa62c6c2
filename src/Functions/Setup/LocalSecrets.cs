using Microsoft.Extensions.Hosting;

namespace TechPlan.Functions.Setup;

/// <summary>The secrets that a local run uses. They are in the repository, so no other run may.</summary>
internal static class LocalSecrets
{
    /// <summary>The environment's name that only a local run sets.</summary>
    internal const string EnvironmentName = "Local";

    private static readonly string[] Known =
    [
        "whsec_dGVjaHBsYW4tbG9jYWwtb25seS1zZWNyZXQ=",
        "local:dGVjaHBsYW4tbG9jYWwtb25seS1saW5rLWtleS0wMDAx",
    ];

    internal static bool MayUse(IEnumerable<string> values, IHostEnvironment environment) =>
        environment.EnvironmentName == EnvironmentName || !values.Any(value => Known.Contains(value));
}
