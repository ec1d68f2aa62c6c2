using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace TechPlan.Local.Durable.Storage;

/// <summary>
/// Keeps a text in rows. A short one is a property that people can read; a long one is compressed and spread over properties
/// (64 KiB each at most) and rows (1 MiB each at most). The first row knows how many there are, so rows that a longer predecessor
/// left behind do no harm.
/// </summary>
internal static class TextRows
{
    private const string Text = "Text";
    private const string Parts = "Parts";
    private const int MaxReadableChars = 32_000;
    private const int BytesPerProperty = 60 * 1024;

    /// <summary>Less than would fit, since Azurite counts a row as JSON with its bytes in base64.</summary>
    private const int PropertiesPerRow = 12;

    public static IReadOnlyList<TableEntity> Write(string partition, string rowKey, string text)
    {
        if (text.Length <= MaxReadableChars)
        {
            return [new TableEntity(partition, rowKey) { [Text] = text, [Parts] = 1 }];
        }

        var rows = Compress(text).Chunk(BytesPerProperty).Chunk(PropertiesPerRow).ToList();
        return [.. rows.Select((properties, part) => Row(partition, RowKeys.Part(rowKey, part), properties, rows.Count))];
    }

    public static int PartsOf(TableEntity first) => first.GetInt32(Parts) ?? 1;

    /// <summary>The text whose first row is <paramref name="first"/>; the others are looked up.</summary>
    public static string Read(TableEntity first, IReadOnlyDictionary<string, TableEntity> rows) => first.GetString(Text)
        ?? Decompress(Enumerable.Range(0, PartsOf(first)).SelectMany(part => Chunks(rows[RowKeys.Part(first.RowKey, part)])));

    private static TableEntity Row(string partition, string rowKey, byte[][] properties, int parts)
    {
        var row = new TableEntity(partition, rowKey) { [Parts] = parts };
        for (var index = 0; index < properties.Length; index++)
        {
            row[Name(index)] = properties[index];
        }

        return row;
    }

    private static IEnumerable<byte[]> Chunks(TableEntity row) =>
        Enumerable.Range(0, PropertiesPerRow).Select(index => row.GetBinary(Name(index))).TakeWhile(chunk => chunk is not null)!;

    private static string Name(int index) => $"Bytes{index:D2}";

    private static byte[] Compress(string text)
    {
        using var bytes = new MemoryStream();
        using (var compressor = new BrotliStream(bytes, CompressionLevel.Fastest))
        {
            compressor.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }

    private static string Decompress(IEnumerable<byte[]> chunks)
    {
        using var bytes = new MemoryStream([.. chunks.SelectMany(chunk => chunk)]);
        using var reader = new StreamReader(new BrotliStream(bytes, CompressionMode.Decompress), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
