using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Text;

/// <summary>
/// Makes a document of a mail's own text, so that a form typed into a mail is read as one in a file is. What the mail quotes of
/// others is left out, unless it says nothing else; what it forwards is its own.
/// </summary>
public static class MailTextReader
{
    /// <summary>More is no form; the rest is not looked at.</summary>
    private const int LongestText = 1024 * 1024;

    /// <summary>A long thread of replies under a form has a tenth of it.</summary>
    private const int MostLines = 20_000;

    /// <summary>The text is preferred, being what was typed; the HTML when a table of it is the form or more of the form is found in it.</summary>
    /// <param name="html">Null when the mail has none.</param>
    public static SearchedText Read(string text, string? html)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (string.IsNullOrWhiteSpace(html))
        {
            return SearchedText.Of(OfText(text));
        }

        var dressed = SearchedText.Of(OfHtml(html));
        if (string.IsNullOrWhiteSpace(text) || IsTable(dressed))
        {
            return dressed;
        }

        var plain = SearchedText.Of(OfText(text));
        return FormLikeness.Score(dressed.Typed) > FormLikeness.Score(plain.Typed) ? dressed : plain;
    }

    private static FormDocument OfText(string text) =>
        new(QuotedParts.LeaveOut([.. Start(text).ReplaceLineEndings("\n").Split('\n').Take(MostLines).Select((line, index) => MailLine.Of([new FormPiece.Text(line)], index + 1))]));

    private static FormDocument OfHtml(string html) => new(QuotedParts.LeaveOut(new HtmlBlocks().Read(Start(html))));

    private static bool IsTable(SearchedText text) =>
        text.Document.Blocks.Any(block => block is FormBlock.Row) && FormLikeness.LooksLikeTheForm(text.Typed);

    private static string Start(string text) => text.Length > LongestText ? text[..LongestText] : text;
}
