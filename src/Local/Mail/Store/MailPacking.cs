using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TechPlan.Local.Mail.Store;

/// <summary>Documents as compressed JSON: mails are mostly the same few templates, and shrink to a fifth.</summary>
internal static class MailPacking
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static byte[] Pack(MailDocument document)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            JsonSerializer.Serialize(brotli, document, Json);
        }

        return packed.ToArray();
    }

    public static MailDocument Unpack(ReadOnlyMemory<byte> packed)
    {
        using var brotli = new BrotliStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<MailDocument>(brotli, Json)
            ?? throw new InvalidDataException("A stored mail is empty.");
    }
}
