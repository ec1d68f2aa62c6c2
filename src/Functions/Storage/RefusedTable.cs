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
        var row = new TableEntity(at.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), TableKey.Of(source)) { ["Source"] = source, ["RefusedAt"] = at };
        row.SetBytes("Body", body.Span);
        row.SetText("Reasons", StoredJson.Write(reasons));
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }
}
