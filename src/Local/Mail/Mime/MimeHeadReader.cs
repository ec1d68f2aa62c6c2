using System.Text;

namespace TechPlan.Local.Mail.Mime;

/// <summary>Cuts a part into its head and the rest. A line that cannot be a header ends the head, as most mail programs have it.</summary>
internal static class MimeHeadReader
{
    private const int MostHeaders = 2000;
    private const int LongestValue = 64 * 1024;

    public static (MimeHead Head, ReadOnlyMemory<byte> Body) Read(ReadOnlyMemory<byte> part)
    {
        var headers = new List<MimeHeader>();
        var rest = part;
        while (rest.Length > 0)
        {
            var (line, after) = NextLine(rest);
            if (line.Length == 0)
            {
                return (new MimeHead(headers), after);
            }

            if (!Take(line.Span, headers))
            {
                return (new MimeHead(headers), rest);
            }

            rest = after;
        }

        return (new MimeHead(headers), rest);
    }

    private static bool Take(ReadOnlySpan<byte> line, List<MimeHeader> headers)
    {
        if (line[0] is (byte)' ' or (byte)'\t')
        {
            Continue(line, headers);
            return headers.Count > 0;
        }

        var colon = line.IndexOf((byte)':');
        var name = colon > 0 ? line[..colon].TrimEnd((byte)' ') : [];
        if (!IsName(name))
        {
            // Mailbox files begin a mail with a line of their own.
            return headers.Count == 0 && line.StartsWith("From "u8);
        }

        if (headers.Count < MostHeaders)
        {
            headers.Add(new MimeHeader(Encoding.ASCII.GetString(name), Cut(Decode(line[(colon + 1)..]).Trim())));
        }

        return true;
    }

    /// <summary>Unfolding takes the line break away and leaves the blank.</summary>
    private static void Continue(ReadOnlySpan<byte> line, List<MimeHeader> headers)
    {
        if (headers.Count > 0 && headers[^1].Value.Length < LongestValue)
        {
            headers[^1] = headers[^1] with { Value = Cut($"{headers[^1].Value} {Decode(line).Trim()}".TrimStart()) };
        }
    }

    private static bool IsName(ReadOnlySpan<byte> name) => name.Length is > 0 and < 200 && !name.ContainsAnyExceptInRange((byte)'!', (byte)'~');

    private static string Decode(ReadOnlySpan<byte> line) => MimeCharset.Decode(line, charset: null);

    private static string Cut(string value) => value.Length > LongestValue ? value[..LongestValue] : value;

    private static (ReadOnlyMemory<byte> Line, ReadOnlyMemory<byte> After) NextLine(ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOf((byte)'\n');
        return end < 0
            ? (text, ReadOnlyMemory<byte>.Empty)
            : (text[..(end > 0 && text.Span[end - 1] == '\r' ? end - 1 : end)], text[(end + 1)..]);
    }
}
