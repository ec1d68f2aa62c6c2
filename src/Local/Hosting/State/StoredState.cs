using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace TechPlan.Local.Hosting;

/// <summary>Kept in a table of its own, named after the task hub, next to the data it belongs to: emptying the store resets the clock.</summary>
internal sealed class StoredState(TableServiceClient tables, string hubName) : ILocalState
{
    private const string Partition = "local";
    private const string ClockRow = "clock";
    private const string OffsetColumn = "OffsetTicks";

    private readonly TableClient _table = tables.GetTableClient(hubName + "Clock");

    public Task OpenAsync(CancellationToken cancellation) => _table.CreateIfNotExistsAsync(cancellation);

    public async Task<TimeSpan> ReadClockAsync(CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, ClockRow, cancellationToken: cancellation);
        return row.HasValue ? TimeSpan.FromTicks(row.Value!.GetInt64(OffsetColumn) ?? 0) : TimeSpan.Zero;
    }

    public Task SaveClockAsync(TimeSpan offset, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new TableEntity(Partition, ClockRow) { [OffsetColumn] = offset.Ticks }, TableUpdateMode.Replace, cancellation);

    public async Task<bool> WasSeededAsync(string seed, CancellationToken cancellation) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(Partition, SeedRow(seed), cancellationToken: cancellation)).HasValue;

    public Task MarkSeededAsync(string seed, CancellationToken cancellation) =>
        _table.UpsertEntityAsync(new TableEntity(Partition, SeedRow(seed)) { ["Seed"] = seed }, TableUpdateMode.Replace, cancellation);

    /// <summary>A seed holds slashes, which no key may; its hash does not.</summary>
    private static string SeedRow(string seed) => "seed-" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(seed)));
}
