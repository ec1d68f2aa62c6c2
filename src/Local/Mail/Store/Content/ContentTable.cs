using System.Globalization;
using Azure.Data.Tables;

namespace TechPlan.Local.Mail.Store;

/// <summary>Content in Table Storage: one partition per mail, cut over as many rows as it takes, each of binary properties of 64 KiB.</summary>
internal sealed class ContentTable(TableClient table) : IMailContent
{
    private const int PropertySize = 64 * 1024;

    // A row holds 1 MiB, and Azurite counts it as it travels, in base64.
    private const int PropertiesARow = 11;
    private const int RowSize = PropertySize * PropertiesARow;
    // Table Storage ends a page at 4 MiB anyway.
    private const int PageSize = 4;
    private const string Property = "Content";

    private readonly Lazy<Task> _created = new(() => table.CreateIfNotExistsAsync());

    public async Task SaveAsync(string id, ReadOnlyMemory<byte> content, CancellationToken cancellation)
    {
        await _created.Value;
        for (var at = 0; at * RowSize < content.Length; at++)
        {
            var row = content.Slice(at * RowSize, Math.Min(RowSize, content.Length - (at * RowSize)));
            await table.UpsertEntityAsync(ToEntity(id, at, row), TableUpdateMode.Replace, cancellation);
        }
    }

    public async Task<ReadOnlyMemory<byte>?> ReadAsync(string id, CancellationToken cancellation)
    {
        await _created.Value;
        var whole = new MemoryStream();
        await foreach (var entity in table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {id}"), PageSize, cancellationToken: cancellation))
        {
            for (var at = 0; entity.GetBinary($"{Property}{at}") is { } piece; at++)
            {
                whole.Write(piece);
            }
        }

        return whole.Length > 0 ? whole.ToArray() : default(ReadOnlyMemory<byte>?);
    }

    private static TableEntity ToEntity(string id, int number, ReadOnlyMemory<byte> content)
    {
        var entity = new TableEntity(id, number.ToString("0000", CultureInfo.InvariantCulture));
        for (var at = 0; at * PropertySize < content.Length; at++)
        {
            entity[$"{Property}{at}"] = content.Slice(at * PropertySize, Math.Min(PropertySize, content.Length - (at * PropertySize))).ToArray();
        }

        return entity;
    }
}
