using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Storage;

/// <summary>Which mini-grants a lead school has on which date, whatever became of them.</summary>
public sealed class SessionDatesTable(TechPlanTables tables)
{
    private readonly TableClient _table = tables.SessionDates;

    /// <summary>
    /// Notes a mini-grant and gives the others of the same school and date. It is noted before the others are looked up: of two
    /// that arrive together, at least one sees the other.
    /// </summary>
    internal async Task<ImmutableArray<MiniGrantId>> NoteAsync(MiniGrantId id, string leadSchool, DateOnly date, CancellationToken cancellation)
    {
        var school = TableKey.OfName(leadSchool);
        var day = date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await _table.UpsertEntityAsync(new TableEntity(school, $"{day}|{id}"), TableUpdateMode.Replace, cancellation);

        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {school} and RowKey gt {day + "|"} and RowKey lt {day + "}"}");
        var others = ImmutableArray.CreateBuilder<MiniGrantId>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey"], cancellationToken: cancellation))
        {
            if (MiniGrantId.TryParse(row.RowKey[(day.Length + 1)..]) is { } other && other != id)
            {
                others.Add(other);
            }
        }

        return others.ToImmutable();
    }
}
