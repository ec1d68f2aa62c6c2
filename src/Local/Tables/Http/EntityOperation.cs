using Azure;
using Azure.Core;
using Azure.Data.Tables;
using TechPlan.Local.Tables.Entities;

namespace TechPlan.Local.Tables.Http;

/// <summary>One write of one row: sent as a request of its own or as a part of a transaction.</summary>
internal sealed record EntityOperation(RequestMethod Method, string Path, string? IfMatch, ReadOnlyMemory<byte> Body)
{
    public static EntityOperation Add(string table, ITableEntity entity) =>
        new(RequestMethod.Post, $"/{table}", null, EntityWriter.ToJson(entity));

    /// <summary>A write over what is stored; without a version it also creates the row.</summary>
    public static EntityOperation Write(string table, ITableEntity entity, TableUpdateMode mode, ETag ifMatch = default) =>
        new(
            mode switch
            {
                TableUpdateMode.Merge => RequestMethod.Patch,
                TableUpdateMode.Replace => RequestMethod.Put,
                _ => throw new ArgumentException($"'{mode}' is not a way to update an entity.", nameof(mode)),
            },
            RowPath(table, entity.PartitionKey, entity.RowKey),
            ifMatch == default ? null : ifMatch.ToString(),
            EntityWriter.ToJson(entity));

    /// <summary>The service insists on a version when it deletes; none given means any.</summary>
    public static EntityOperation Delete(string table, string partitionKey, string rowKey, ETag ifMatch) =>
        new(RequestMethod.Delete, RowPath(table, partitionKey, rowKey), (ifMatch == default ? ETag.All : ifMatch).ToString(), default);

    /// <summary>A row's address. Quotes are doubled for OData first, then everything is escaped for the URL.</summary>
    public static string RowPath(string table, string partitionKey, string rowKey) =>
        $"/{table}(PartitionKey='{Escape(partitionKey)}',RowKey='{Escape(rowKey)}')";

    private static string Escape(string key) => Uri.EscapeDataString(ODataFilter.DoubleQuotes(key));
}
