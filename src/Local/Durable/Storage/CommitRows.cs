using Azure;
using Azure.Data.Tables;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Storage;

/// <summary>A commit as writes of rows.</summary>
internal sealed class CommitRows
{
    public CommitRows(HistoryCommit commit, StorePosition replaces)
    {
        var record = commit.Record;
        var history = InstanceRows.Of(record, commit.DropsHistory ? 0 : replaces.HistoryRows.Count, commit.NewEvents);
        Actions =
        [
            .. InstanceRows.Of(record).Select((row, part) => part == 0 ? Own(row, replaces) : Upsert(row)),
            .. history.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)),
            .. commit.Consumed.Where(message => message.IsRecorded)
                .SelectMany(message => InstanceRows.Of(record, message))
                .Select(row => Delete(record.Id, row.RowKey)),
        ];
        Clearing = commit.DropsHistory ? [.. replaces.HistoryRows.Select(key => Delete(record.Id, key))] : [];
        HistoryRows = [.. commit.DropsHistory ? [] : replaces.HistoryRows, .. history.Select(row => row.RowKey)];
    }

    /// <summary>What has to happen all at once; the instance's own row, which guards the rest, comes first.</summary>
    public IReadOnlyList<TableTransactionAction> Actions { get; }

    /// <summary>Rows that these writes make void, to be deleted with them or later.</summary>
    public IReadOnlyList<TableTransactionAction> Clearing { get; }

    /// <summary>The rows of the history after the commit.</summary>
    public IReadOnlyList<string> HistoryRows { get; }

    public static TableTransactionAction Delete(string partition, string rowKey) =>
        new(TableTransactionActionType.Delete, new TableEntity(partition, rowKey), ETag.All);

    private static TableTransactionAction Own(TableEntity row, StorePosition replaces) => replaces.ETag.Length == 0
        ? new(TableTransactionActionType.Add, row)
        : new(TableTransactionActionType.UpdateReplace, row, new ETag(replaces.ETag));

    private static TableTransactionAction Upsert(TableEntity row) => new(TableTransactionActionType.UpsertReplace, row);
}
