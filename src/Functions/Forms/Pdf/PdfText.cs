using System.Text;
using System.Text.RegularExpressions;
using TechPlan.Functions.Forms.Pdf.Objects;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>Text strings as people typed them (ISO 32000-1, 7.9.2.2).</summary>
internal static partial class PdfText
{
    /// <summary>PDFDocEncoding where it differs from Latin-1 (annex D.3).</summary>
    private const string From18 = "\u02D8\u02C7\u02C6\u02D9\u02DD\u02DB\u02DA\u02DC";
    private const string From80 = "\u2022\u2020\u2021\u2026\u2014\u2013\u0192\u2044\u2039\u203A\u2212\u2030\u201E\u201C\u201D\u2018\u2019\u201A\u2122\uFB01\uFB02\u0141\u0152\u0160\u0178\u017D\u0131\u0142\u0153\u0161\u017E\uFFFD\u20AC";

    internal static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = bytes switch
        {
            [0xFE, 0xFF, .. var rest] => Encoding.BigEndianUnicode.GetString(rest),
            [0xFF, 0xFE, .. var rest] => Encoding.Unicode.GetString(rest),
            [0xEF, 0xBB, 0xBF, .. var rest] => Encoding.UTF8.GetString(rest),
            _ => DocumentEncoding(bytes),
        };
        return LanguageMark().Replace(text, "").ReplaceLineEndings("\n");
    }

    /// <summary>What a field's value says: a string, a stream, or a name that was chosen; empty for anything else.</summary>
    internal static string Of(PdfValue? value, PdfObjects objects) => objects.Resolve(value) switch
    {
        PdfValue.Bytes bytes => Decode(bytes.Value.Span),
        PdfValue.Name name => Decode(Encoding.Latin1.GetBytes(name.Value)),
        PdfValue.List list => string.Join(", ", list.Items.Take(50).Select(item => objects.Resolve(item)).OfType<PdfValue.Bytes>().Select(bytes => Decode(bytes.Value.Span))),
        PdfValue.Map when value is not null && objects.Content(value) is { } content => Decode(content.Span),
        _ => "",
    };

    /// <summary>The words of a rich text value, which is XHTML, without its signs.</summary>
    internal static string OfRichText(string xhtml) =>
        System.Net.WebUtility.HtmlDecode(Tag().Replace(ParagraphEnd().Replace(xhtml, "\n"), "")).Trim();

    private static string DocumentEncoding(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        foreach (var one in bytes)
        {
            text.Append(one switch
            {
                >= 0x18 and <= 0x1F => From18[one - 0x18],
                >= 0x80 and <= 0xA0 => From80[one - 0x80],
                _ => (char)one,
            });
        }

        return text.ToString();
    }

    /// <summary>A language code between two escape characters, which UTF-16 strings may hold.</summary>
    [GeneratedRegex("\u001B[^\u001B]{2,8}\u001B", RegexOptions.NonBacktracking)]
    private static partial Regex LanguageMark();

    [GeneratedRegex("</p>|<br[^>]*>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex ParagraphEnd();

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
