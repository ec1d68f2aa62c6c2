using Azure;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Events;

/// <summary>Brings what is known of a mini-grant's mails up to date with what SendGrid says of them.</summary>
public sealed class GrantDeliveries(TechPlanTables tables, OfficeTaskTable officeTasks)
{
    private const int MostActions = 100;

    /// <summary>Somebody else's post about the same mini-grant may be written in between; more often than this it is no coincidence.</summary>
    private const int MostTries = 8;

    private readonly TableClient _table = tables.MiniGrants;

    /// <summary>Takes events of one mini-grant in, and says how many of them are about no mail that it has.</summary>
    internal async Task<int> TakeInAsync(MiniGrantId grant, IReadOnlyList<MailEvent> events, CancellationToken cancellation)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await TryTakeInAsync(grant, events, cancellation);
            }
            catch (RequestFailedException conflict) when (conflict.Status is 409 or 412 && tries < MostTries)
            {
                // Read again: what the other one wrote counts as well.
            }
        }
    }

    private async Task<int> TryTakeInAsync(MiniGrantId grant, IReadOnlyList<MailEvent> events, CancellationToken cancellation)
    {
        var (mails, known) = await ReadAsync(grant, cancellation);
        var ours = events.Where(happened => mails.ContainsKey(DeliveryRow.KeyOf(happened.Notice, happened.To))).ToArray();
        DeliveryRow[] changed =
        [
            .. ours.GroupBy(happened => DeliveryRow.KeyOf(happened.Notice, happened.To))
                .Select(mail => Row(mail.Key, known.GetValueOrDefault(mail.Key), mail))
                .Where(row => row.Progress != known.GetValueOrDefault(row.Key)?.Progress),
        ];
        await TellOfficeAsync(grant, changed.Where(row => IsNews(row, known.GetValueOrDefault(row.Key))).Select(row => (mails[row.Key], row.Progress)), cancellation);
        foreach (var part in changed.Chunk(MostActions))
        {
            await _table.SubmitTransactionAsync(part.Select(row => row.Write(grant)), cancellation);
        }

        return events.Count - ours.Length;
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

    private static DeliveryRow Row(string key, DeliveryRow? known, IEnumerable<MailEvent> events) =>
        new(key, events.Select(happened => happened.Progress).Aggregate(known?.Progress, DeliveryProgress.Later)!, known?.ETag);

    private static bool IsNews(DeliveryRow row, DeliveryRow? known) => row.Progress.IsTrouble && row.Progress.State != known?.Progress.State;

    /// <summary>Before the rows say so: if the app dies in between, the task is there twice over, not missing.</summary>
    private async Task TellOfficeAsync(MiniGrantId grant, IEnumerable<(MailRow Mail, DeliveryProgress Progress)> troubles, CancellationToken cancellation)
    {
        foreach (var task in troubles.Select(trouble => UndeliverableMail.TaskOf(grant, trouble.Mail, trouble.Progress)).DistinctBy(task => task.Key))
        {
            await officeTasks.AddAsync(task, cancellation);
        }
    }
}
