using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Microsoft.Extensions.Configuration;

namespace TechPlan.Functions.Setup;

/// <summary>Makes the table client of the storage account that the Functions host uses as well (<c>AzureWebJobsStorage</c>).</summary>
internal static class StorageClients
{
    private const string Setting = "AzureWebJobsStorage";

    /// <exception cref="InvalidOperationException">The settings name no account.</exception>
    internal static TableServiceClient Tables(IConfiguration configuration)
    {
        var section = configuration.GetSection(Setting);
        return !string.IsNullOrWhiteSpace(section.Value) ? new TableServiceClient(section.Value)
            : EndpointOf(section) is { } endpoint ? new TableServiceClient(endpoint, Credential(section))
            : throw new InvalidOperationException(
                $"{Setting} must be a connection string, or {Setting}__accountName or {Setting}__tableServiceUri must name the storage account.");
    }

    private static Uri? EndpointOf(IConfigurationSection section) =>
        section["tableServiceUri"] is { Length: > 0 } uri ? new Uri(uri)
        : section["accountName"] is { Length: > 0 } name ? new Uri($"https://{name}.table.core.windows.net")
        : null;

    /// <summary>The same settings the Functions host reads: a managed identity when they say so, else whoever is signed in.</summary>
    private static TokenCredential Credential(IConfigurationSection section) =>
        !string.Equals(section["credential"], "managedidentity", StringComparison.OrdinalIgnoreCase) ? new DefaultAzureCredential()
        : section["clientId"] is { Length: > 0 } clientId ? new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(clientId))
        : new ManagedIdentityCredential(ManagedIdentityId.SystemAssigned);
}
