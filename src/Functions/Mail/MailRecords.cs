using System.Collections.Immutable;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Mail.Events;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail;

/// <summary>What was told to whom about a mini-grant, for its record.</summary>
public sealed class MailRecords(TechPlanTables tables)
{
    private readonly TableClient _table = tables.MiniGrants;

    /// <summary>Everything told, and everything still to be told, in the order in which it arose.</summary>
    public async Task<ImmutableArray<MailRecord>> ListAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var (rows, deliveries) = (new List<MailRow>(), new Dictionary<string, DeliveryProgress>());
        await foreach (var row in _table.QueryAsync<TableEntity>(FilterOf(id), cancellationToken: cancellation))
        {
            if (DeliveryRow.Is(row))
            {
                deliveries[row.RowKey] = DeliveryRow.From(row).Progress;
            }
            else
            {
                rows.Add(MailRow.From(row, MiniGrantRows.OutboxKey(row.RowKey)));
            }
        }

        return
        [
            .. rows.Select(row => (Row: row, Delivery: DeliveryOf(row, deliveries)))
                .GroupBy(mail => (Notice: MailRow.NoticeKey(mail.Row.Key), mail.Row.State, Fate: mail.Delivery?.State, mail.Delivery?.Reason))
                .OrderBy(group => group.Key.Notice, StringComparer.Ordinal).ThenBy(group => group.Key.State)
                .ThenBy(group => group.Key.Fate).ThenBy(group => group.Key.Reason, StringComparer.Ordinal)
                .Select(group => RecordOf([.. group.Select(mail => mail.Row)], group.Select(mail => mail.Delivery).MaxBy(delivery => delivery?.At))),
        ];
    }

    private static DeliveryProgress? DeliveryOf(MailRow row, Dictionary<string, DeliveryProgress> deliveries) =>
        row.To is { } person ? deliveries.GetValueOrDefault(DeliveryRow.KeyOf(MailRow.NoticeKey(row.Key), person.Email)) : null;

    private static MailRecord RecordOf(MailRow[] rows, DeliveryProgress? delivery)
    {
        var last = rows.MaxBy(row => row.DoneAt ?? row.CreatedAt)!;
        var seen = last.To is not null && last.State is not MailState.Dropped;
        return new MailRecord(
            last.Notice.Kind, last.Notice.To, last.State, last.DoneAt ?? last.CreatedAt, rows.Count(row => row.To is not null),
            seen ? last.Carrier : null, last.TakenOverFrom, last.Reason, delivery);
    }

    /// <summary>From the finished mails to the waiting ones; between them in the key order lies nothing else.</summary>
    private static string FilterOf(MiniGrantId id) => TableClient.CreateQueryFilter(
        $"PartitionKey eq {id.Value} and RowKey ge {MiniGrantRows.MailFrom} and RowKey lt {MiniGrantRows.Conversation}");
}
