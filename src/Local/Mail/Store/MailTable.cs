using Azure;
using Azure.Data.Tables;

namespace TechPlan.Local.Mail.Store;

/// <summary>Rows in Table Storage: one partition per document, its content cut into binary properties of 64 KiB.</summary>
internal sealed class MailTable(TableClient table) : IMailRows
{
    private const int ChunkSize = 64 * 1024;
    private const string RowKey = "mail";
    private const string ArrivalProperty = "Arrival";
    private const string ChunkProperty = "Content";

    public async Task<IReadOnlyList<MailRow>> LoadAsync(CancellationToken cancellation)
    {
        await table.CreateIfNotExistsAsync(cancellation);
        var rows = new List<MailRow>();
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            rows.Add(new MailRow(entity.PartitionKey, entity.GetInt64(ArrivalProperty) ?? 0, Join(entity), entity.ETag.ToString()));
        }

        return rows;
    }

    public async Task<string> InsertAsync(MailRow row, CancellationToken cancellation)
    {
        var response = await table.AddEntityAsync(ToEntity(row), cancellation);
        return Version(response);
    }

    public async Task<string?> ReplaceAsync(MailRow row, CancellationToken cancellation)
    {
        try
        {
            var response = await table.UpdateEntityAsync(ToEntity(row), new ETag(row.Version), TableUpdateMode.Replace, cancellation);
            return Version(response);
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return null;
        }
    }

    private static string Version(Response response) =>
        response.Headers.ETag?.ToString() ?? throw new InvalidDataException("Table Storage answered a write without an ETag.");

    private static TableEntity ToEntity(MailRow row)
    {
        var entity = new TableEntity(row.Id, RowKey) { [ArrivalProperty] = row.Arrival };
        foreach (var (at, chunk) in row.Packed.ToArray().Chunk(ChunkSize).Index())
        {
            entity[$"{ChunkProperty}{at}"] = chunk;
        }

        return entity;
    }

    private static byte[] Join(TableEntity entity)
    {
        using var whole = new MemoryStream();
        for (var at = 0; entity.GetBinary($"{ChunkProperty}{at}") is { } chunk; at++)
        {
            whole.Write(chunk);
        }

        return whole.ToArray();
    }
}
