using System.Globalization;
using Azure;
using Azure.Data.Tables;
using TechPlan.Domain;
using TechPlan.Functions.Links;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Correspondence.Answers;

/// <summary>Who was answered how often on a day: a day in one partition, a row for each letter, numbered. No address is in it, only a hash of one.</summary>
public sealed class AnswerTable(TechPlanTables tables)
{
    /// <summary>A mail may wait for days before it is handled, and is counted on the day on which it came; nobody asks about a day longer ago.</summary>
    internal const int KeepDays = 30;

    private readonly TableClient _table = tables.Answers;

    /// <summary>
    /// Takes one of a person's places on a day. The places are numbered and each is taken once, so that letters which are asked for
    /// at the same time keep to the number as well.
    /// </summary>
    /// <param name="letter">Who has taken a place before has it still.</param>
    /// <returns>False when all are taken.</returns>
    internal async Task<bool> TryTakeAsync(DateOnly day, EmailAddress person, string letter, int places, CancellationToken cancellation)
    {
        for (var nth = 1; nth <= places; nth++)
        {
            if (await HolderAsync(day, person, nth, letter, cancellation) == letter)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Who has a place, which is <paramref name="letter"/> if it was free.</summary>
    private async Task<string?> HolderAsync(DateOnly day, EmailAddress person, int nth, string letter, CancellationToken cancellation)
    {
        var row = new TableEntity(Partition(day), string.Create(CultureInfo.InvariantCulture, $"{PersonKey.Of(person)}|{nth:D3}")) { ["Letter"] = letter };
        try
        {
            await _table.AddEntityAsync(row, cancellation);
            return letter;
        }
        catch (RequestFailedException taken) when (taken.Status == 409)
        {
            return (await _table.GetEntityAsync<TableEntity>(row.PartitionKey, row.RowKey, ["Letter"], cancellation)).Value.GetString("Letter");
        }
    }

    /// <summary>Removes every day before <paramref name="oldest"/>, and says how many letters that were.</summary>
    internal Task<int> RemoveBeforeAsync(DateTimeOffset oldest, CancellationToken cancellation) =>
        _table.RemoveAsync(TableClient.CreateQueryFilter($"PartitionKey lt {Partition(DateOnly.FromDateTime(oldest.UtcDateTime))}"), cancellation);

    private static string Partition(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
