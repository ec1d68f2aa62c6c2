using System.Globalization;
using System.Text;

namespace TechPlan.Functions.Mail.Rendering;

/// <summary>
/// Makes what people typed safe to stand in the middle of our sentences and headers: nothing in it can end a line, hide, or turn
/// the writing direction of what follows.
/// </summary>
internal static class PlainWords
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>On one line. Text with right-to-left letters is isolated, so that it orders only itself.</summary>
    public static string Line(string typed) => Isolated(OneLine(typed));

    /// <summary>On one line and not longer than <paramref name="max"/> characters as people see them.</summary>
    public static string Line(string typed, int max) => Isolated(Cut(OneLine(typed), max));

    /// <summary>Line breaks stay; every line is cleaned by itself.</summary>
    public static string Lines(string typed) =>
        string.Join('\n', typed.ReplaceLineEndings("\n").Split('\n').Select(line => Line(line))).Trim();

    private static string OneLine(string typed)
    {
        var clean = new StringBuilder(typed.Length);
        foreach (var rune in typed.EnumerateRunes())
        {
            if (IsBlank(rune))
            {
                clean.Append(clean.Length > 0 && clean[^1] != ' ' ? " " : "");
            }
            else if (!IsInvisible(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().TrimEnd();
    }

    private static string Cut(string line, int max)
    {
        var info = new StringInfo(line);
        return info.LengthInTextElements <= max ? line : info.SubstringByTextElements(0, max - 1).TrimEnd() + "…";
    }

    private static string Isolated(string line) =>
        line.EnumerateRunes().Any(IsRightToLeft) ? $"{FirstStrongIsolate}{line}{PopIsolate}" : line;

    private static bool IsBlank(Rune rune) => Rune.IsWhiteSpace(rune) || rune.Value is '\r' or '\n' or '\t';

    /// <summary>Controls, and the format characters among which are all that turn the direction. The joiners stay: some scripts and emoji are spelled with them.</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned
        && rune.Value is not (0x200C or 0x200D)
        || rune == Rune.ReplacementChar;

    /// <summary>The blocks of the right-to-left scripts: Hebrew to Arabic Extended-A, their presentation forms, and the historic ones.</summary>
    private static bool IsRightToLeft(Rune rune) =>
        rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) or (>= 0x10800 and <= 0x10FFF) or (>= 0x1E800 and <= 0x1EFFF);
}
