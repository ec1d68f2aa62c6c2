using System.Globalization;
using Azure;
using Azure.Data.Tables;
using TechPlan.Domain;
using TechPlan.Functions.Links;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Correspondence.Answers;

/// <summary>Who was answered how often on a day: a day in one partition, a row for each letter. No address is in it, only a hash of one.</summary>
public sealed class AnswerTable(TechPlanTables tables)
{
    private readonly TableClient _table = tables.Answers;

    /// <summary>The keys of the letters to one person on a day, at most as many as are asked for.</summary>
    internal async Task<IReadOnlyList<string>> ListAsync(DateOnly day, EmailAddress person, int most, CancellationToken cancellation)
    {
        var from = PersonKey.Of(person) + "|";
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition(day)} and RowKey ge {from} and RowKey lt {PersonKey.Of(person) + "}"}");
        var keys = new List<string>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation))
        {
            keys.Add(row.RowKey[from.Length..]);
            if (keys.Count == most)
            {
                break;
            }
        }

        return keys;
    }

    /// <summary>Notes a letter; the same one again changes nothing.</summary>
    internal async Task AddAsync(DateOnly day, EmailAddress person, string key, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(new TableEntity(Partition(day), $"{PersonKey.Of(person)}|{key}"), cancellation);
        }
        catch (RequestFailedException known) when (known.Status == 409)
        {
            // An earlier run has noted it.
        }
    }

    /// <summary>Removes every day before <paramref name="oldest"/>, and says how many letters that were.</summary>
    internal Task<int> RemoveBeforeAsync(DateOnly oldest, CancellationToken cancellation) =>
        _table.RemoveAsync(TableClient.CreateQueryFilter($"PartitionKey lt {Partition(oldest)}"), cancellation);

    private static string Partition(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
