using System.Text;

namespace TechPlan.Local.Mail.Mime;

/// <summary>Cuts a part into its head and the rest. A line that cannot be a header ends the head, as most mail programs have it.</summary>
internal sealed class MimeHeadReader
{
    private const int MostHeaders = 2000;
    private const int LongestValue = 64 * 1024;

    private readonly List<MimeHeader> _headers = [];

    /// <summary>A header folded ten thousand times is put together once.</summary>
    private readonly StringBuilder _value = new();
    private string? _name;

    private MimeHeadReader()
    {
    }

    public static (MimeHead Head, ReadOnlyMemory<byte> Body) Read(ReadOnlyMemory<byte> part)
    {
        var reader = new MimeHeadReader();
        var body = reader.ReadHead(part);
        reader.Finish();
        return (new MimeHead(reader._headers), body);
    }

    /// <returns>What follows the head.</returns>
    private ReadOnlyMemory<byte> ReadHead(ReadOnlyMemory<byte> part)
    {
        var rest = part;
        while (rest.Length > 0)
        {
            var (line, after) = NextLine(rest);
            if (line.Length == 0)
            {
                return after;
            }

            if (!Take(line.Span))
            {
                return rest;
            }

            rest = after;
        }

        return rest;
    }

    private bool Take(ReadOnlySpan<byte> line)
    {
        if (line[0] is (byte)' ' or (byte)'\t')
        {
            Append(line);
            return _name is not null;
        }

        var colon = line.IndexOf((byte)':');
        var name = colon > 0 ? line[..colon].TrimEnd((byte)' ') : [];
        if (!IsName(name))
        {
            // Mailbox files begin a mail with a line of their own.
            return _name is null && line.StartsWith("From "u8);
        }

        Finish();
        _name = Encoding.ASCII.GetString(name);
        Append(line[(colon + 1)..]);
        return true;
    }

    /// <summary>Unfolding takes the line break away and leaves the blank.</summary>
    private void Append(ReadOnlySpan<byte> line)
    {
        if (_value.Length < LongestValue)
        {
            _value.Append(_value.Length > 0 ? " " : "").Append(MimeCharset.Decode(line, charset: null).Trim());
        }
    }

    private void Finish()
    {
        if (_name is not null && _headers.Count < MostHeaders)
        {
            _headers.Add(new MimeHeader(_name, _value.ToString(0, Math.Min(_value.Length, LongestValue))));
        }

        _value.Clear();
    }

    private static bool IsName(ReadOnlySpan<byte> name) => name.Length is > 0 and < 200 && !name.ContainsAnyExceptInRange((byte)'!', (byte)'~');

    private static (ReadOnlyMemory<byte> Line, ReadOnlyMemory<byte> After) NextLine(ReadOnlyMemory<byte> text)
    {
        var end = text.Span.IndexOf((byte)'\n');
        return end < 0
            ? (text, ReadOnlyMemory<byte>.Empty)
            : (text[..(end > 0 && text.Span[end - 1] == '\r' ? end - 1 : end)], text[(end + 1)..]);
    }
}
