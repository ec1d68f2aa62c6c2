using System.Globalization;
using System.Text;

namespace TechPlan.Domain.MiniGrants;

/// <summary>Makes what people type or paste comparable: one Unicode form, no blanks around it, nothing that cannot be shown.</summary>
internal static class FormText
{
    /// <summary>Characters that look like nothing though Unicode counts them as letters or symbols.</summary>
    private const string Fillers = "\u115F\u1160\u17B4\u17B5\u2800\u3164\uFFA0";

    /// <summary>Marks that belong to right-to-left text: kept, but no text by themselves.</summary>
    private const string DirectionMarks = "\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /// <summary>A field of one line; null when nothing visible was typed.</summary>
    internal static string? Line(string? typed) => Visible(Whole(typed));

    /// <summary>
    /// A text of several lines; null when nothing visible was typed. Line breaks are kept, in one spelling; a tab becomes a
    /// blank; other control characters come along when copying and are dropped.
    /// </summary>
    internal static string? Lines(string? typed) =>
        Visible(string.Concat(Whole(typed).ReplaceLineEndings("\n").Replace('\t', ' ').Where(c => c == '\n' || !char.IsControl(c))));

    /// <summary>Whether the text would break out of its line.</summary>
    internal static bool HasControls(string line) => line.Any(c => char.IsControl(c) || c is '\u2028' or '\u2029');

    /// <summary>Half a surrogate pair would make normalization throw; going through UTF-8 turns it into the replacement character.</summary>
    private static string Whole(string? typed) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(typed ?? "")).Normalize(NormalizationForm.FormC);

    private static string? Visible(string text)
    {
        var first = 0;
        while (first < text.Length && IsBlank(text[first]))
        {
            first++;
        }

        var end = text.Length;
        while (end > first && IsBlank(text[end - 1]))
        {
            end--;
        }

        var trimmed = text[first..end];
        return trimmed.All(c => IsBlank(c) || IsDirectionMark(c)) ? null : trimmed;
    }

    private static bool IsBlank(char c) =>
        char.IsWhiteSpace(c)
        || Fillers.Contains(c, StringComparison.Ordinal)
        || (CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format && !IsDirectionMark(c));

    private static bool IsDirectionMark(char c) => DirectionMarks.Contains(c, StringComparison.Ordinal);
}
