using System.Globalization;
using System.Text;

namespace TechPlan.Functions.Forms.Pdf.Objects;

/// <summary>A place in a PDF's bytes, and the smallest things that can be read from there (ISO 32000-1, 7.2 and 7.3).</summary>
internal sealed class PdfCursor(ReadOnlyMemory<byte> bytes, int at)
{
    private const int LongestWord = 128;

    /// <summary>A string that is never closed must not take the rest of the file.</summary>
    private const int LongestString = 1024 * 1024;

    internal int At { get; private set; } = at;

    internal char Current => Peek(0);

    internal static bool StartsNumber(char sign) => char.IsAsciiDigit(sign) || sign is '+' or '-' or '.';

    internal static bool IsSpace(byte sign) => sign is 0 or 9 or 10 or 12 or 13 or 32;

    /// <summary>NUL after the end, which is white space within.</summary>
    internal char Peek(int ahead) => At + ahead < bytes.Length ? (char)bytes.Span[At + ahead] : '\0';

    internal void BackTo(int place) => At = place;

    internal string Take(int length)
    {
        length = Math.Min(length, bytes.Length - At);
        var text = Encoding.Latin1.GetString(bytes.Span.Slice(At, length));
        At += length;
        return text;
    }

    /// <summary>Passes white space and comments; false at the end.</summary>
    internal bool SkipSpace()
    {
        var span = bytes.Span;
        while (At < span.Length)
        {
            if (span[At] == '%')
            {
                var end = span[At..].IndexOfAny((byte)'\r', (byte)'\n');
                At = end < 0 ? span.Length : At + end;
            }
            else if (IsSpace(span[At]))
            {
                At++;
            }
            else
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Letters up to white space or a delimiter; always at least one sign, so that reading gets on.</summary>
    internal string ReadWord()
    {
        var start = At++;
        while (At < bytes.Length && At - start < LongestWord && !EndsWord(bytes.Span[At]))
        {
            At++;
        }

        return Encoding.Latin1.GetString(bytes.Span[start..At]);
    }

    internal string ReadName()
    {
        At++;
        var start = At;
        while (At < bytes.Length && !EndsWord(bytes.Span[At]))
        {
            At++;
        }

        var name = bytes.Span[start..At];
        return name.Contains((byte)'#') ? Unescape(name) : Encoding.Latin1.GetString(name);
    }

    /// <summary>Whether a generation and an R follow; passed if so.</summary>
    internal bool TryReadLinkTail()
    {
        var before = At;
        if (SkipSpace() && char.IsAsciiDigit(Current))
        {
            ReadWord();
            if (SkipSpace() && Current == 'R' && (At + 1 >= bytes.Length || EndsWord(bytes.Span[At + 1])))
            {
                At++;
                return true;
            }
        }

        At = before;
        return false;
    }

    internal ReadOnlyMemory<byte> ReadHex()
    {
        At++;
        var rest = bytes.Span[At..];
        var end = rest.IndexOf((byte)'>');
        var digits = Encoding.Latin1.GetString(end < 0 ? rest : rest[..end]).Where(char.IsAsciiHexDigit).ToArray();
        At = end < 0 ? bytes.Length : At + end + 1;
        return Convert.FromHexString(digits.Length % 2 == 0 ? digits : [.. digits, '0']);
    }

    internal ReadOnlyMemory<byte> ReadLiteral()
    {
        At++;
        var read = new MemoryStream();
        for (var open = 1; At < bytes.Length && read.Length < LongestString; At++)
        {
            var sign = bytes.Span[At];
            open += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (open == 0)
            {
                At++;
                break;
            }

            if (sign == '\\')
            {
                ReadEscape(read);
            }
            else
            {
                read.WriteByte(sign);
            }
        }

        return read.ToArray();
    }

    private void ReadEscape(MemoryStream read)
    {
        At++;
        switch (Current)
        {
            case >= '0' and <= '7':
                var code = 0;
                var digits = 0;
                for (; digits < 3 && Peek(digits) is >= '0' and <= '7'; digits++)
                {
                    code = (code * 8) + (Peek(digits) - '0');
                }

                At += digits - 1;
                read.WriteByte((byte)code);
                break;
            case '\r':
                At += Peek(1) == '\n' ? 1 : 0;
                break;
            case '\n':
                break;
            case var sign:
                read.WriteByte((byte)(sign switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => sign }));
                break;
        }
    }

    private static string Unescape(ReadOnlySpan<byte> name)
    {
        var read = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            if (name[i] == '#' && i + 2 < name.Length && byte.TryParse(name.Slice(i + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                read.Append((char)code);
                i += 2;
            }
            else
            {
                read.Append((char)name[i]);
            }
        }

        return read.ToString();
    }

    private static bool EndsWord(byte sign) => IsSpace(sign) || sign is (byte)'/' or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'%';
}
