using System.Text;

namespace TechPlan.Local.Mail.Mime;

/// <summary>
/// Reads any bytes as a mail. It never refuses: what is broken comes out as text or as a file, and depth and number of
/// parts are bounded, so a mail made to exhaust a reader costs no more than an ordinary one of its size.
/// </summary>
internal sealed class MimeReader
{
    private const int Deepest = 16;
    private const int MostParts = 500;
    private int _parts;

    private MimeReader()
    {
    }

    public static MimePart Read(ReadOnlyMemory<byte> mail) => new MimeReader().Part(mail, "text/plain", depth: 0);

    private MimePart Part(ReadOnlyMemory<byte> bytes, string usualType, int depth)
    {
        _parts++;
        var (head, body) = MimeHeadReader.Read(bytes);
        var type = head.Field("Content-Type") is { Value: var value } field && value.Contains('/', StringComparison.Ordinal) ? field : MimeField.Parse(usualType);
        if (!type.Value.StartsWith("multipart/", StringComparison.Ordinal))
        {
            return new MimePart(head, type, body, []);
        }

        var kind = type.Value is "multipart/digest" ? "message/rfc822" : "text/plain";
        var parts = depth < Deepest && type.Parameter("boundary") is { Length: > 0 } boundary ? Parts(body, boundary, kind, depth) : [];
        // Without parts it is what its sender's program could not write: show it rather than nothing.
        return parts.Count > 0 ? new MimePart(head, type, body, parts) : new MimePart(head, MimeField.Parse("text/plain"), body, []);
    }

    private List<MimePart> Parts(ReadOnlyMemory<byte> body, string boundary, string kind, int depth)
    {
        var parts = new List<MimePart>();
        foreach (var bytes in Cut(body, Encoding.UTF8.GetBytes("--" + boundary)))
        {
            if (_parts >= MostParts)
            {
                break;
            }

            parts.Add(Part(bytes, kind, depth + 1));
        }

        return parts;
    }

    /// <summary>What stands between the delimiters; a mail that was cut off ends without the last one.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Cut(ReadOnlyMemory<byte> body, byte[] delimiter)
    {
        var start = -1;
        for (var at = Find(body.Span, delimiter, 0); at >= 0; at = Find(body.Span, delimiter, at + delimiter.Length))
        {
            if (start >= 0)
            {
                yield return body[start..Math.Max(start, WithoutBreak(body.Span, at))];
            }

            if (body.Span[(at + delimiter.Length)..].StartsWith("--"u8))
            {
                yield break;
            }

            start = AfterLine(body.Span, at);
        }

        if (start >= 0)
        {
            yield return body[start..];
        }
    }

    /// <summary>The next line that is the delimiter and nothing longer.</summary>
    private static int Find(ReadOnlySpan<byte> body, ReadOnlySpan<byte> delimiter, int from)
    {
        while (from < body.Length)
        {
            var found = body[from..].IndexOf(delimiter);
            if (found < 0)
            {
                return -1;
            }

            var at = from + found;
            if ((at == 0 || body[at - 1] == '\n') && EndsThere(body[(at + delimiter.Length)..]))
            {
                return at;
            }

            from = at + 1;
        }

        return -1;
    }

    private static bool EndsThere(ReadOnlySpan<byte> after) =>
        after.Length == 0 || after[0] is (byte)'\r' or (byte)'\n' or (byte)' ' or (byte)'\t' || after.StartsWith("--"u8);

    /// <summary>The line break before a delimiter belongs to it.</summary>
    private static int WithoutBreak(ReadOnlySpan<byte> body, int at) =>
        at >= 2 && body[at - 2] == '\r' ? at - 2 : at >= 1 ? at - 1 : at;

    private static int AfterLine(ReadOnlySpan<byte> body, int at)
    {
        var end = body[at..].IndexOf((byte)'\n');
        return end < 0 ? body.Length : at + end + 1;
    }
}
