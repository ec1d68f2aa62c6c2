using System.Text;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>
/// The texts of a post. Each is in the character set that the mail's author used; the field <c>charsets</c> says which. A set that
/// nobody knows, or a text that is not in the set it should be in, is read as UTF-8 if it is that, and as Windows-1252 if not.
/// </summary>
internal sealed class ParseText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly IReadOnlyDictionary<string, byte[]> _fields;
    private readonly IReadOnlyDictionary<string, string> _charsets;

    internal ParseText(IReadOnlyDictionary<string, byte[]> fields)
    {
        _fields = fields;
        _charsets = fields.TryGetValue("charsets", out var charsets) ? ParseJson.Texts(charsets) : new Dictionary<string, string>();
    }

    /// <summary>A field's text; null when the post has no such field.</summary>
    internal string? this[string field] => _fields.TryGetValue(field, out var octets) ? Decode(octets, _charsets.GetValueOrDefault(field)) : null;

    private static string Decode(byte[] octets, string? charset)
    {
        foreach (var encoding in Candidates(charset))
        {
            try
            {
                return encoding.GetString(octets);
            }
            catch (DecoderFallbackException)
            {
                // Not in this set; the last one takes every byte.
            }
        }

        return Latin().GetString(octets);
    }

    private static IEnumerable<Encoding> Candidates(string? charset) => charset is not null && Find(charset) is { } named ? [named, Strict] : [Strict];

    private static Encoding? Find(string charset)
    {
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)
                ?? Encoding.GetEncoding(charset, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        }
        catch (Exception unknown) when (unknown is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static Encoding Latin() => CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
}
