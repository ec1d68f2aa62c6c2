using System.Collections.Immutable;
using System.Globalization;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Storage;

/// <summary>What was refused at a door, as it was typed, with the reasons: a day's in one partition, a source once a day.</summary>
public sealed class RefusedTable(TechPlanTables tables)
{
    private readonly TableClient _table = tables.Refused;

    internal Task KeepAsync(string source, ReadOnlyMemory<byte> body, ImmutableArray<Refusal> reasons, DateTimeOffset at, CancellationToken cancellation)
    {
        var row = new TableEntity(DayOf(at), TableKey.Of(source)) { ["Source"] = source, ["RefusedAt"] = at };
        row.SetBytes("Body", body.Span);
        row.SetText("Reasons", StoredJson.Write(reasons));
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Removes every day before that of <paramref name="oldest"/>, and says how many refusals that were.</summary>
    internal Task<int> RemoveBeforeAsync(DateTimeOffset oldest, CancellationToken cancellation) =>
        _table.RemoveAsync(TableClient.CreateQueryFilter($"PartitionKey lt {DayOf(oldest)}"), cancellation);

    private static string DayOf(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
