namespace TechPlan.Local.Mail.Mime;

/// <summary>Content transfer encodings, read as well as can be: what is no valid encoding is skipped or kept, never refused.</summary>
internal static class TransferDecoding
{
    public static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> body, string? encoding) => encoding?.Trim().ToLowerInvariant() switch
    {
        "base64" => Base64(body.Span),
        "quoted-printable" => QuotedPrintable(body.Span, keepsTrailingBlanks: false),
        _ => body,
    };

    public static byte[] Base64(ReadOnlySpan<byte> text)
    {
        var decoded = new byte[(text.Length * 3L / 4) + 3];
        var (length, bits, count) = (0, 0, 0);
        foreach (var letter in text)
        {
            if (letter == '=')
            {
                // A padded piece has ended; some programs glue several together.
                (bits, count) = (0, 0);
            }
            else if (Sextet(letter) is var sextet && sextet >= 0)
            {
                bits = ((bits << 6) | sextet) & 0xFFFFFF;
                count += 6;
                if (count >= 8)
                {
                    count -= 8;
                    decoded[length++] = (byte)(bits >> count);
                }
            }
        }

        return decoded[..length];
    }

    /// <param name="keepsTrailingBlanks">In a header blanks mean what they say; in a body those at a line's end were added in transit.</param>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> text, bool keepsTrailingBlanks)
    {
        var decoded = new byte[text.Length];
        var length = 0;
        while (text.Length > 0)
        {
            var end = text.IndexOf((byte)'\n');
            var line = end < 0 ? text : text[..(end + 1)];
            text = text[line.Length..];
            length += Line(line, decoded.AsSpan(length), keepsTrailingBlanks);
        }

        return decoded[..length];
    }

    private static int Line(ReadOnlySpan<byte> line, Span<byte> decoded, bool keepsTrailingBlanks)
    {
        var content = keepsTrailingBlanks ? line : line.TrimEnd(" \t\r\n"u8);
        var isSoft = !keepsTrailingBlanks && content.EndsWith("="u8);
        content = isSoft ? content[..^1] : content;
        var length = 0;
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] == '=' && at + 2 < content.Length && Hex(content[at + 1], content[at + 2]) is { } value)
            {
                decoded[length++] = value;
                at += 2;
            }
            else
            {
                decoded[length++] = content[at];
            }
        }

        return keepsTrailingBlanks || isSoft ? length : length + Break(line, decoded[length..]);
    }

    private static int Break(ReadOnlySpan<byte> line, Span<byte> decoded)
    {
        var end = line.EndsWith("\r\n"u8) ? line[^2..] : line.EndsWith("\n"u8) ? line[^1..] : [];
        end.CopyTo(decoded);
        return end.Length;
    }

    private static byte? Hex(byte high, byte low) =>
        char.IsAsciiHexDigit((char)high) && char.IsAsciiHexDigit((char)low)
            ? (byte)((Convert.ToInt32(((char)high).ToString(), 16) << 4) | Convert.ToInt32(((char)low).ToString(), 16))
            : null;

    private static int Sextet(byte letter) => (char)letter switch
    {
        >= 'A' and <= 'Z' => letter - 'A',
        >= 'a' and <= 'z' => letter - 'a' + 26,
        >= '0' and <= '9' => letter - '0' + 52,
        '+' or '-' => 62,
        '/' or '_' => 63,
        _ => -1,
    };
}
