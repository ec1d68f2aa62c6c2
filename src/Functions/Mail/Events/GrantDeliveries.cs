using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Events;

/// <summary>Brings what is known of a mini-grant's mails up to date with what SendGrid says of them.</summary>
public sealed class GrantDeliveries(TechPlanTables tables, OfficeTaskTable officeTasks)
{
    private const int MostActions = 100;

    private readonly TableClient _table = tables.MiniGrants;

    /// <summary>Takes events of one mini-grant in, and says how many of them are about no mail that it has.</summary>
    internal Task<int> TakeInAsync(MiniGrantId grant, IReadOnlyList<MailEvent> events, CancellationToken cancellation) =>
        Contention.RetryAsync(() => TryTakeInAsync(grant, events, cancellation));

    private async Task<int> TryTakeInAsync(MiniGrantId grant, IReadOnlyList<MailEvent> events, CancellationToken cancellation)
    {
        var (mails, known) = await ReadAsync(grant, cancellation);
        var told = events.ToLookup(KeyOf);
        DeliveryRow[] changed =
        [
            .. told.Where(mail => mails.ContainsKey(mail.Key))
                .Select(mail => DeliveryRow.After(mail.Key, known.GetValueOrDefault(mail.Key), mail))
                .Where(row => row.Progress != known.GetValueOrDefault(row.Key)?.Progress),
        ];
        await TellOfficeAsync(grant, changed.Where(row => row.IsNews(known.GetValueOrDefault(row.Key))).Select(row => (mails[row.Key], row.Progress)), cancellation);
        foreach (var part in changed.Chunk(MostActions))
        {
            await _table.SubmitTransactionAsync(part.Select(row => row.Write(grant.Value)), cancellation);
        }

        return told.Where(mail => !mails.ContainsKey(mail.Key)).Sum(mail => mail.Count());
    }

    /// <summary>
    /// The mails by the key of their delivery row, and these rows. What waits is read before what is done: a mail that moves from the
    /// one to the other meanwhile is seen at least once.
    /// </summary>
    private async Task<(Dictionary<string, MailRow> Mails, Dictionary<string, DeliveryRow> Known)> ReadAsync(MiniGrantId grant, CancellationToken cancellation)
    {
        var (mails, known) = (new Dictionary<string, MailRow>(), new Dictionary<string, DeliveryRow>());
        await CollectAsync(MiniGrantRows.OutboxFrom, MiniGrantRows.Conversation);
        await CollectAsync(MiniGrantRows.MailFrom, MiniGrantRows.OutboxFrom);
        return (mails, known);

        async Task CollectAsync(string from, string to)
        {
            var range = TableClient.CreateQueryFilter($"PartitionKey eq {grant.Value} and RowKey ge {from} and RowKey lt {to}");
            await foreach (var row in _table.QueryAsync<TableEntity>(range, cancellationToken: cancellation))
            {
                if (DeliveryRow.Is(row))
                {
                    known[row.RowKey] = DeliveryRow.From(row);
                }
                else if (MailRow.From(row, MiniGrantRows.OutboxKey(row.RowKey)) is { To: { } person } mail)
                {
                    mails[DeliveryRow.KeyOf(MailRow.NoticeKey(mail.Key), person.Email)] = mail;
                }
            }
        }
    }

    private static string KeyOf(MailEvent happened) => DeliveryRow.KeyOf(((MailName.OfNotice)happened.Mail).Notice, happened.To);

    /// <summary>Before the rows say so: if the app dies in between, the task is there twice over, not missing.</summary>
    private async Task TellOfficeAsync(MiniGrantId grant, IEnumerable<(MailRow Mail, DeliveryProgress Progress)> troubles, CancellationToken cancellation)
    {
        foreach (var task in troubles.Select(trouble => UndeliverableMail.TaskOf(grant, trouble.Mail, trouble.Progress)).DistinctBy(task => task.Key))
        {
            await officeTasks.AddAsync(task, cancellation);
        }
    }
}
