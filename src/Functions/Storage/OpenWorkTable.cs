using System.Globalization;
using Azure;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Storage;

/// <summary>
/// One row for every mini-grant that waits for something: what it waits for may be a moment (Due), and a Due of now is the
/// marker "work is pending". A marker is put up before a commit and the commit remembers its version, so that only a run which
/// has seen that commit can take the marker down: a nudge that is lost between the two leaves a row that the sweep finds.
/// </summary>
public sealed class OpenWorkTable(TechPlanTables tables, TimeProvider clock)
{
    /// <summary>How many partitions the rows are spread over.</summary>
    public const int Shards = 16;

    /// <summary>How long a marker whose commit has not been seen is left standing; a commit is done or given up well within.</summary>
    internal static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly TableClient _table = tables.OpenWork;

    /// <summary>Keeps what came in, once: the row's version, or null when a row with the id exists.</summary>
    internal async Task<string?> TryRecordAsync(OpenSubmission submission, CancellationToken cancellation)
    {
        var row = RowOf(submission.Id, submission.Verdict.At);
        submission.WriteTo(row);
        try
        {
            return VersionOf(await _table.AddEntityAsync(row, cancellation));
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return null;
        }
    }

    /// <summary>The row of a mini-grant with all its properties; null when it waits for nothing.</summary>
    internal async Task<TableEntity?> FindAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(ShardOf(id), id.Value, cancellationToken: cancellation);
        return row.HasValue ? row.Value : null;
    }

    /// <summary>
    /// Takes back a record that turned out to be of a mini-grant filed earlier. If somebody has marked the row since, it stays:
    /// it announces a commit by now.
    /// </summary>
    /// <param name="version">What <see cref="TryRecordAsync"/> gave.</param>
    internal async Task ForgetAsync(MiniGrantId id, string version, CancellationToken cancellation) =>
        await TrySettleAsync(id, due: null, new ETag(version), cancellation);

    /// <summary>Whether the mini-grant waits for anything.</summary>
    internal async Task<bool> IsOpenAsync(MiniGrantId id, CancellationToken cancellation) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(ShardOf(id), id.Value, ["Due"], cancellation)).HasValue;

    /// <summary>Puts the marker up; the answer is its version, to be committed along.</summary>
    internal async Task<string> MarkAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var row = RowOf(id, now);
        row["MarkedAt"] = now;
        return VersionOf(await _table.UpsertEntityAsync(row, TableUpdateMode.Merge, cancellation));
    }

    /// <summary>
    /// Says what the mini-grant waits for next (null: nothing), unless somebody has announced another commit since.
    /// </summary>
    /// <param name="mark">The mark that the last seen commit remembers.</param>
    /// <returns>When to look again; null when there is nothing to wait for.</returns>
    internal async Task<DateTimeOffset?> SettleAsync(MiniGrantId id, string mark, DateTimeOffset? due, CancellationToken cancellation) =>
        await TrySettleAsync(id, due, new ETag(mark), cancellation) ? due : await LookCloserAsync(id, due, cancellation);

    /// <summary>What waits in one shard.</summary>
    internal async Task<IReadOnlyList<OpenWork>> ReadShardAsync(int shard, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {ShardName(shard)}");
        var rows = new List<OpenWork>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, select: ["RowKey", "Due"], cancellationToken: cancellation))
        {
            rows.Add(new OpenWork(MiniGrantId.TryParse(row.RowKey)!.Value, row.GetDateTimeOffset("Due")!.Value));
        }

        return rows;
    }

    private async Task<DateTimeOffset?> LookCloserAsync(MiniGrantId id, DateTimeOffset? due, CancellationToken cancellation)
    {
        var row = await FindAsync(id, cancellation);
        if (row is null)
        {
            return due is null || await TryAddAsync(RowOf(id, due.Value), cancellation) ? due : clock.GetUtcNow() + Patience;
        }

        var standsUntil = row.GetDateTimeOffset("MarkedAt") + Patience;
        if (standsUntil > clock.GetUtcNow())
        {
            return due < standsUntil ? due : standsUntil;
        }

        return row.GetDateTimeOffset("Due") == due || await TrySettleAsync(id, due, row.ETag, cancellation) ? due : clock.GetUtcNow() + Patience;
    }

    private async Task<bool> TrySettleAsync(MiniGrantId id, DateTimeOffset? due, ETag seen, CancellationToken cancellation)
    {
        try
        {
            _ = due is { } at
                ? await _table.UpdateEntityAsync(RowOf(id, at), seen, TableUpdateMode.Replace, cancellation)
                : await _table.DeleteEntityAsync(ShardOf(id), id.Value, seen, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    private async Task<bool> TryAddAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(row, cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    private static string VersionOf(Response answer) =>
        answer.Headers.ETag?.ToString() ?? throw new InvalidOperationException("The table service answered without an ETag.");

    private static TableEntity RowOf(MiniGrantId id, DateTimeOffset due) => new(ShardOf(id), id.Value) { ["Due"] = due };

    /// <summary>Ids are hashes already, so two of their symbols spread them well enough.</summary>
    private static string ShardOf(MiniGrantId id) => ShardName((id.Value[^1] + (31 * id.Value[^2])) % Shards);

    private static string ShardName(int shard) => shard.ToString("D2", CultureInfo.InvariantCulture);
}

/// <summary>A mini-grant that waits, and until when (UTC).</summary>
internal sealed record OpenWork(MiniGrantId Id, DateTimeOffset Due);
