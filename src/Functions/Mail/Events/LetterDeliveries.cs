using Azure.Data.Tables;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Events;

/// <summary>Keeps what SendGrid says of letters beside the mark that each leaves, and goes when that goes.</summary>
public sealed class LetterDeliveries(TechPlanTables tables, OfficeTaskTable officeTasks)
{
    private readonly TableClient _table = tables.Letters;

    /// <summary>Takes events of one letter in, and says how many of them are about a letter that was never posted.</summary>
    internal Task<int> TakeInAsync(MailName.OfLetter letter, IReadOnlyList<MailEvent> events, CancellationToken cancellation) =>
        Contention.RetryAsync(() => TryTakeInAsync(letter, events, cancellation));

    private async Task<int> TryTakeInAsync(MailName.OfLetter letter, IReadOnlyList<MailEvent> events, CancellationToken cancellation)
    {
        var (posted, key) = (LetterRows.Posted(letter.Hash), LetterRows.Delivery(letter.Hash));
        var rows = new Dictionary<string, TableEntity>();
        var both = TableClient.CreateQueryFilter($"PartitionKey eq {LetterRows.Partition} and RowKey ge {posted} and RowKey le {key}");
        await foreach (var row in _table.QueryAsync<TableEntity>(both, cancellationToken: cancellation))
        {
            rows[row.RowKey] = row;
        }

        if (!rows.ContainsKey(posted))
        {
            return events.Count;
        }

        var known = rows.TryGetValue(key, out var stored) ? DeliveryRow.From(stored) : null;
        var after = DeliveryRow.After(key, known, events);
        if (after.IsNews(known))
        {
            await officeTasks.AddAsync(UndeliverableMail.TaskOf(letter.About, letter.Hash, after.Progress), cancellation);
        }

        if (after.Progress != known?.Progress)
        {
            await _table.SubmitTransactionAsync([Write(after)], cancellation);
        }

        return 0;
    }

    private static TableTransactionAction Write(DeliveryRow delivery)
    {
        var action = delivery.Write(LetterRows.Partition);
        ((TableEntity)action.Entity)[MailColumns.DoneAt] = delivery.Progress.At;
        return action;
    }
}
