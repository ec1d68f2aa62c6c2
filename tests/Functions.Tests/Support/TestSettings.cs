using Microsoft.Extensions.Configuration;

namespace TechPlan.Functions.Tests.Support;

/// <summary>The settings of a local run, with what a test sets otherwise.</summary>
internal static class TestSettings
{
    internal const string Secret = "whsec_dGVjaHBsYW4tbG9jYWwtb25seS1zZWNyZXQ=";
    internal const string LinkKey = "local:dGVjaHBsYW4tbG9jYWwtb25seS1saW5rLWtleS0wMDAx";

    internal static IConfiguration With(params (string Key, string? Value)[] changes)
    {
        var settings = new Dictionary<string, string?>
        {
            ["AzureWebJobsStorage"] = "UseDevelopmentStorage=true",
            ["TechPlan:District:Name"] = "Lakeview Public Schools",
            ["TechPlan:Office:Mailbox"] = "office@example.org",
            ["TechPlan:BaseUrl"] = "https://techplan.example.org",
            ["TechPlan:FormWebhook:Secrets"] = Secret,
            ["TechPlan:Links:Keys"] = LinkKey,
        };
        foreach (var (key, value) in changes)
        {
            settings[key] = value;
        }

        return new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
    }
}
