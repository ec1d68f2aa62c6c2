using Azure;
using Azure.Data.Tables;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>
/// Keeps parcels. One partition each: the bytes in as many rows as they need, and at last the row that names them. The rows' names hold
/// a hash of the bytes, so two deliveries of one mail at once cannot mix.
/// </summary>
public sealed class ParcelTable(TechPlanTables tables)
{
    private const string Cover = "parcel";

    /// <summary>A row holds 1 MiB; as JSON, which local storage counts, bytes take a third more.</summary>
    private const int MostOctetsInRow = 720_000;

    private const int AtOnce = 4;

    private const int MostActions = 100;

    private readonly TableClient _table = tables.Parcels;

    /// <summary>Keeps a parcel; it is durable once this returns. One that is there already stays as it was.</summary>
    internal async Task KeepAsync(Parcel parcel, CancellationToken cancellation)
    {
        var content = Parcel.HashOf(parcel.Body.Span);
        var rows = (parcel.Body.Length + MostOctetsInRow - 1) / MostOctetsInRow;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, rows),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellation },
            async (nth, stop) => await _table.UpsertEntityAsync(RowOf(parcel, content, nth), TableUpdateMode.Replace, stop));
        try
        {
            await _table.AddEntityAsync(CoverOf(parcel, content, rows), cancellation);
        }
        catch (RequestFailedException known) when (known.Status == 409)
        {
            // The same mail once more.
        }
    }

    /// <summary>A parcel with what it says; null when there is none, or no longer.</summary>
    internal async Task<Parcel?> ReadAsync(string key, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(key, Cover, cancellationToken: cancellation);
        if (!found.HasValue)
        {
            return null;
        }

        var cover = found.Value!;
        using var body = new MemoryStream();
        for (var nth = 0; nth < cover.GetInt32("Rows"); nth++)
        {
            var row = await _table.GetEntityAsync<TableEntity>(key, BodyKey(cover.GetString("Content")!, nth), cancellationToken: cancellation);
            body.Write(row.Value.GetBytes("Octets"));
        }

        var isWhole = cover.GetBoolean("IsWhole") is true;
        return await Parcel.OfAsync(body.ToArray(), cover.GetString("ContentType"), isWhole, cover.GetDateTimeOffset("ReceivedAt")!.Value, cancellation);
    }

    /// <summary>Notes where a handled mail belongs, unless it is gone.</summary>
    internal async Task FileAsync(string key, MailPlace place, CancellationToken cancellation)
    {
        try
        {
            await _table.UpdateEntityAsync(new TableEntity(key, Cover) { ["Place"] = place.ToString() }, ETag.All, TableUpdateMode.Merge, cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
        }
    }

    /// <summary>Removes parcels that came before a moment, and says how many.</summary>
    internal async Task<int> RemoveBeforeAsync(DateTimeOffset oldest, CancellationToken cancellation)
    {
        var removed = 0;
        var old = TableClient.CreateQueryFilter($"RowKey eq {Cover} and ReceivedAt lt {oldest}");
        await foreach (var cover in _table.QueryAsync<TableEntity>(old, select: ["PartitionKey"], cancellationToken: cancellation))
        {
            await RemoveAsync(cover.PartitionKey, cancellation);
            removed++;
        }

        return removed;
    }

    /// <summary>The cover sorts after the bytes, so it goes with the last of them: a removal that was cut short is found again.</summary>
    private async Task RemoveAsync(string key, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        var all = TableClient.CreateQueryFilter($"PartitionKey eq {key}");
        await foreach (var row in _table.QueryAsync<TableEntity>(all, select: ["PartitionKey", "RowKey"], cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        foreach (var part in rows.Chunk(MostActions))
        {
            await _table.SubmitTransactionAsync(part.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellation);
        }
    }

    private static TableEntity RowOf(Parcel parcel, string content, int nth)
    {
        var row = new TableEntity(parcel.Key, BodyKey(content, nth));
        var at = nth * MostOctetsInRow;
        row.SetBytes("Octets", parcel.Body.Span[at..Math.Min(at + MostOctetsInRow, parcel.Body.Length)]);
        return row;
    }

    private static TableEntity CoverOf(Parcel parcel, string content, int rows) => new(parcel.Key, Cover)
    {
        ["ReceivedAt"] = parcel.ReceivedAt,
        ["ContentType"] = parcel.ContentType ?? "",
        ["Content"] = content,
        ["Rows"] = rows,
        ["IsWhole"] = parcel.Mail is not null,
    };

    private static string BodyKey(string content, int nth) => FormattableString.Invariant($"body|{content}|{nth:D3}");
}
