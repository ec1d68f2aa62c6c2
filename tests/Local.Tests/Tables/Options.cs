using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;

namespace TechPlan.Local.Tests.Tables;

internal static class Options
{
    /// <summary>Client options with a policy that sees every attempt, and retries that do not make a test wait.</summary>
    public static TableClientOptions With(HttpPipelinePolicy policy, HttpPipelinePosition position = HttpPipelinePosition.PerRetry)
    {
        var options = new TableClientOptions { Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxRetries = 3 } };
        options.AddPolicy(policy, position);
        return options;
    }
}
