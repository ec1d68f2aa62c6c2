using Azure.Data.Tables;
using Microsoft.DurableTask.Client;

namespace TechPlan.Local.Durable.Storage;

/// <summary>An instance query as an OData filter.</summary>
internal static class InstanceFilter
{
    public const string Unfinished = $"{InstanceRows.Open} eq true";

    public static string Partition(string instanceId) => TableClient.CreateQueryFilter($"PartitionKey eq {instanceId}");

    public static string Of(OrchestrationQuery query)
    {
        List<string> terms = [TableClient.CreateQueryFilter($"RowKey eq {RowKeys.Instance}")];
        if (query.InstanceIdPrefix is { Length: > 0 } prefix)
        {
            terms.Add(TableClient.CreateQueryFilter($"PartitionKey ge {prefix} and PartitionKey lt {FirstAfter(prefix)}"));
        }

        if (query.CreatedFrom is { } from)
        {
            terms.Add(TableClient.CreateQueryFilter($"CreatedAt ge {from}"));
        }

        if (query.CreatedTo is { } to)
        {
            terms.Add(TableClient.CreateQueryFilter($"CreatedAt le {to}"));
        }

        if (query.Statuses?.ToList() is { Count: > 0 } statuses)
        {
            terms.Add($"({string.Join(" or ", statuses.Select(status => TableClient.CreateQueryFilter($"Status eq {status.ToString()}")))})");
        }

        return string.Join(" and ", terms);
    }

    private static string FirstAfter(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
