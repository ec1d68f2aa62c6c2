using System.IO.Compression;

namespace TechPlan.Functions.Forms.Pdf.Objects;

/// <summary>Unpacks a stream within the budget. Only what a form's text stands in is ever unpacked; pictures and fonts stay as they are.</summary>
internal static class PdfStreams
{
    private const int LargestStream = 8 * 1024 * 1024;

    /// <summary>The content; null when it is packed in a way that no form's text is.</summary>
    internal static ReadOnlyMemory<byte>? Unpack(PdfValue.Map head, ReadOnlyMemory<byte> raw, PdfObjects objects)
    {
        var content = raw;
        foreach (var filter in Filters(objects.Resolve(head.Entries.GetValueOrDefault("Filter")), objects))
        {
            var unpacked = filter switch
            {
                "FlateDecode" or "Fl" => Inflate(content, objects.Budget),
                "ASCII85Decode" or "A85" => Ascii85.Decode(content.Span),
                _ => (ReadOnlyMemory<byte>?)null,
            };
            if (unpacked is not { } next)
            {
                return null;
            }

            content = next;
        }

        return HasPredictor(head, objects) ? null : content;
    }

    private static IEnumerable<string> Filters(PdfValue filter, PdfObjects objects) => filter switch
    {
        PdfValue.Name name => [name.Value],
        PdfValue.List list => list.Items.Take(4).Select(item => objects.Resolve(item)).OfType<PdfValue.Name>().Select(name => name.Value),
        _ => [],
    };

    private static bool HasPredictor(PdfValue.Map head, PdfObjects objects) =>
        objects.Resolve(head.Entries.GetValueOrDefault("DecodeParms")) is PdfValue.Map parameters
        && objects.Resolve(parameters.Entries.GetValueOrDefault("Predictor")) is PdfValue.Number { Value: > 1 };

    /// <summary>What came before a fault counts: many programs write a wrong checksum.</summary>
    private static ReadOnlyMemory<byte>? Inflate(ReadOnlyMemory<byte> packed, PdfBudget budget)
    {
        using var zlib = new ZLibStream(new MemoryStream(packed.ToArray()), CompressionMode.Decompress);
        var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var limit = Math.Min(LargestStream, budget.LeftToUnpack);
        try
        {
            for (int read; content.Length <= limit && (read = zlib.Read(buffer)) > 0;)
            {
                content.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException) when (content.Length > 0)
        {
        }
        catch (InvalidDataException)
        {
            return null;
        }

        budget.PayUnpacked(content.Length);
        return content.Length > limit ? null : content.ToArray();
    }
}
