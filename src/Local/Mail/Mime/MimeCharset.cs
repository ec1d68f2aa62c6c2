using System.Text;

namespace TechPlan.Local.Mail.Mime;

/// <summary>Bytes to text, by the name that a mail gives its character set. What is not known is read as Windows-1252, where every byte is a letter.</summary>
internal static class MimeCharset
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <param name="charset">Null when the mail names none.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? charset) => Normalize(charset) switch
    {
        "" or "us-ascii" or "ascii" => DecodeUnnamed(bytes),
        "utf-8" or "utf8" => Encoding.UTF8.GetString(WithoutMark(bytes, [0xEF, 0xBB, 0xBF])),
        "utf-16" or "utf-16le" or "utf-16be" => DecodeUtf16(bytes, Normalize(charset)),
        // Programs that say Latin-1 and write Windows-1252 outnumber those that mean the control characters.
        "iso-8859-1" or "latin1" => Western.GetString(bytes),
        var name => Find(name).GetString(bytes),
    };

    private static string Normalize(string? charset)
    {
        // RFC 2231 lets a language follow the name in an encoded word.
        var name = (charset ?? "").Trim().Trim('"', '\'').Split('*', ' ', '(')[0];
        return name.ToLowerInvariant();
    }

    private static string DecodeUnnamed(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Strict.GetString(WithoutMark(bytes, [0xEF, 0xBB, 0xBF]));
        }
        catch (DecoderFallbackException)
        {
            return Western.GetString(bytes);
        }
    }

    private static string DecodeUtf16(ReadOnlySpan<byte> bytes, string name) =>
        bytes is [0xFE, 0xFF, ..] ? Encoding.BigEndianUnicode.GetString(bytes[2..])
        : bytes is [0xFF, 0xFE, ..] ? Encoding.Unicode.GetString(bytes[2..])
        // RFC 2781: without a mark, plain "utf-16" is big-endian.
        : name is "utf-16le" ? Encoding.Unicode.GetString(bytes)
        : Encoding.BigEndianUnicode.GetString(bytes);

    private static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> mark) =>
        bytes.StartsWith(mark) ? bytes[mark.Length..] : bytes;

    private static Encoding Find(string name) =>
        // UTF-7 would let a text hide its markup; it is long out of use.
        name is "utf-7" ? Western : CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Western;
}
