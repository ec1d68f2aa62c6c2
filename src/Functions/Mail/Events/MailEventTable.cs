using System.Globalization;
using Azure;
using Azure.Data.Tables;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Events;

/// <summary>
/// The events that were acted on, each once: a partition for the day on which an event happened, which is the same whenever it is
/// posted, and a row for its id. They name no people.
/// </summary>
public sealed class MailEventTable(TechPlanTables tables)
{
    /// <summary>What a transaction holds at most.</summary>
    private const int MostActions = 100;

    private readonly TableClient _table = tables.MailEvents;

    /// <summary>Keeps events, and says how many of them had been kept before.</summary>
    internal async Task<int> KeepAsync(IEnumerable<MailEvent> events, CancellationToken cancellation)
    {
        var known = 0;
        foreach (var day in events.DistinctBy(happened => happened.Id).GroupBy(happened => DayOf(happened.Progress.At)))
        {
            foreach (var part in day.Select(happened => RowOf(day.Key, happened)).Chunk(MostActions))
            {
                known += await KeepAsync(part, cancellation);
            }
        }

        return known;
    }

    /// <summary>Removes every day before that of <paramref name="oldest"/>, and says how many events that were.</summary>
    internal Task<int> RemoveBeforeAsync(DateTimeOffset oldest, CancellationToken cancellation) =>
        _table.RemoveAsync(TableClient.CreateQueryFilter($"PartitionKey lt {DayOf(oldest)}"), cancellation);

    /// <summary>All at once; one by one when some are there already, which is so only for what SendGrid posts again.</summary>
    private async Task<int> KeepAsync(TableEntity[] rows, CancellationToken cancellation)
    {
        try
        {
            await _table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation);
            return 0;
        }
        catch (RequestFailedException known) when (known.Status == 409)
        {
            var again = 0;
            foreach (var row in rows)
            {
                again += await TryAddAsync(row, cancellation) ? 0 : 1;
            }

            return again;
        }
    }

    private async Task<bool> TryAddAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException known) when (known.Status == 409)
        {
            return false;
        }
    }

    private static TableEntity RowOf(string day, MailEvent happened) => new(day, TableKey.Of(happened.Id))
    {
        ["Mail"] = happened.Mail switch
        {
            MailName.OfNotice notice => $"{notice.Grant}|{notice.Notice}",
            MailName.OfLetter letter => letter.Hash,
            _ => throw new InvalidOperationException($"No row for {happened.Mail.GetType().Name}."),
        },
        ["State"] = happened.Progress.State.ToString(),
        ["Reason"] = happened.Progress.Reason ?? "",
        ["At"] = happened.Progress.At,
    };

    private static string DayOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
