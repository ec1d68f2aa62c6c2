using Azure.Data.Tables;
using TechPlan.Local.Tables.Http;

namespace TechPlan.Local.Tables.Transactions;

/// <summary>What each kind of action asks of the service.</summary>
internal static class Changes
{
    public static EntityOperation Of(string table, TableTransactionAction action) => action.ActionType switch
    {
        TableTransactionActionType.Add => EntityOperation.Add(table, action.Entity),
        TableTransactionActionType.UpdateMerge => EntityOperation.Write(table, action.Entity, TableUpdateMode.Merge, action.ETag),
        TableTransactionActionType.UpdateReplace => EntityOperation.Write(table, action.Entity, TableUpdateMode.Replace, action.ETag),
        TableTransactionActionType.UpsertMerge => EntityOperation.Write(table, action.Entity, TableUpdateMode.Merge),
        TableTransactionActionType.UpsertReplace => EntityOperation.Write(table, action.Entity, TableUpdateMode.Replace),
        TableTransactionActionType.Delete =>
            EntityOperation.Delete(table, action.Entity.PartitionKey, action.Entity.RowKey, action.ETag),
        _ => throw new InvalidOperationException($"'{action.ActionType}' is not an action of a transaction."),
    };
}
