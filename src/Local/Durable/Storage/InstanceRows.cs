using Azure.Data.Tables;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Storage;

/// <summary>An instance as rows, and back.</summary>
internal static class InstanceRows
{
    /// <summary>On every row of an unfinished instance, so that one query finds all of them after a start.</summary>
    public const string Open = "Open";

    public const string Status = "Status";
    public const string CreatedAt = "CreatedAt";

    public static IReadOnlyList<TableEntity> Of(InstanceRecord record)
    {
        var rows = Marked(TextRows.Write(record.Id, RowKeys.Instance, HistoryJson.Write(record)), record.IsOpen);
        rows[0][Status] = record.Status.ToString();
        rows[0][CreatedAt] = record.CreatedAt;
        return rows;
    }

    public static IReadOnlyList<TableEntity> Of(InstanceRecord record, int number, IReadOnlyList<HistoryEvent> events) => events.Count == 0
        ? []
        : Marked(TextRows.Write(record.Id, RowKeys.History(record, number), HistoryJson.Write(events)), open: true);

    public static IReadOnlyList<TableEntity> Of(InstanceRecord record, InboxMessage message) =>
        Marked(TextRows.Write(record.Id, RowKeys.Message(record, message.Sequence), HistoryJson.Write(message.Event)), open: true);

    /// <summary>Null when the instance's own row is not among <paramref name="rows"/>.</summary>
    public static StoredInstance? Read(IEnumerable<TableEntity> rows)
    {
        var byKey = rows.ToDictionary(row => row.RowKey, StringComparer.Ordinal);
        if (!byKey.TryGetValue(RowKeys.Instance, out var own))
        {
            return null;
        }

        var record = HistoryJson.Read<InstanceRecord>(TextRows.Read(own, byKey));
        var history = FirstRows(byKey, RowKeys.HistoryOf(record))
            .SelectMany(row => HistoryJson.Read<List<HistoryEvent>>(TextRows.Read(row, byKey)));
        var inbox = FirstRows(byKey, RowKeys.MessagesOf(record))
            .Select(row => new InboxMessage(HistoryJson.Read<HistoryEvent>(TextRows.Read(row, byKey)), RowKeys.SequenceOf(row.RowKey)));
        return new StoredInstance(record, [.. history], [.. inbox], new StorePosition(own.ETag.ToString(), BesidesInbox(record, byKey.Keys)));
    }

    /// <summary>Rows that go when the history does: its own, and void ones that were left behind.</summary>
    private static IReadOnlyList<string> BesidesInbox(InstanceRecord record, IEnumerable<string> keys) =>
    [
        .. keys.Where(key => !key.StartsWith(RowKeys.Instance, StringComparison.Ordinal)
            && !key.StartsWith(RowKeys.MessagesOf(record), StringComparison.Ordinal)).Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<TableEntity> FirstRows(Dictionary<string, TableEntity> rows, string prefix) => rows.Values
        .Where(row => row.RowKey.StartsWith(prefix, StringComparison.Ordinal) && RowKeys.IsFirstPart(row.RowKey))
        .OrderBy(row => row.RowKey, StringComparer.Ordinal);

    private static IReadOnlyList<TableEntity> Marked(IReadOnlyList<TableEntity> rows, bool open)
    {
        foreach (var row in rows)
        {
            row[Open] = open;
        }

        return rows;
    }
}
