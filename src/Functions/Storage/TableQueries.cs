using Azure.Data.Tables;

namespace TechPlan.Functions.Storage;

/// <summary>What many tables are asked for in the same way.</summary>
internal static class TableQueries
{
    /// <summary>Whether any row fits a filter.</summary>
    internal static async Task<bool> AnyAsync(this TableClient table, string filter, CancellationToken cancellation)
    {
        await foreach (var _ in table.QueryAsync<TableEntity>(filter, maxPerPage: 1, select: ["RowKey"], cancellationToken: cancellation))
        {
            return true;
        }

        return false;
    }

    /// <summary>Removes the rows that fit a filter, and says how many those were. One that is cut short leaves the rest to the next.</summary>
    internal static async Task<int> RemoveAsync(this TableClient table, string filter, CancellationToken cancellation)
    {
        var removed = 0;
        await foreach (var row in table.QueryAsync<TableEntity>(filter, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            await table.DeleteEntityAsync(row.PartitionKey, row.RowKey, cancellationToken: cancellation);
            removed++;
        }

        return removed;
    }
}
