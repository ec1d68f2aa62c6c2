using System.Collections.Immutable;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail;

/// <summary>What was told to whom about a mini-grant, for its record.</summary>
public sealed class MailRecords(TechPlanTables tables)
{
    private readonly TableClient _table = tables.MiniGrants;

    /// <summary>Everything told, and everything still to be told, in the order in which it arose.</summary>
    public async Task<ImmutableArray<MailRecord>> ListAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var rows = new List<MailRow>();
        await foreach (var row in _table.QueryAsync<TableEntity>(FilterOf(id), cancellationToken: cancellation))
        {
            rows.Add(MailRow.From(row, MiniGrantRows.OutboxKey(row.RowKey)));
        }

        return
        [
            .. rows.GroupBy(row => (Notice: MailRow.NoticeKey(row.Key), row.State))
                .OrderBy(group => group.Key.Notice, StringComparer.Ordinal).ThenBy(group => group.Key.State)
                .Select(group => RecordOf([.. group])),
        ];
    }

    private static MailRecord RecordOf(MailRow[] rows)
    {
        var last = rows.MaxBy(row => row.DoneAt ?? row.CreatedAt)!;
        var seen = last.To is not null && last.State is not MailState.Dropped;
        return new MailRecord(
            last.Notice.Kind, last.Notice.To, last.State, last.DoneAt ?? last.CreatedAt, rows.Count(row => row.To is not null),
            seen ? last.Carrier : null, last.TakenOverFrom, last.Reason);
    }

    /// <summary>From the finished mails to the waiting ones; between them in the key order lies nothing else.</summary>
    private static string FilterOf(MiniGrantId id) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {id.Value} and RowKey ge {MiniGrantRows.MailFrom} and RowKey lt {MiniGrantRows.Conversation}");
}
