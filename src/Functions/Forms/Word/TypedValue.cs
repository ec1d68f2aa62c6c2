using System.Text;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Word;

/// <summary>What stands in a place to type in, without what only marks the place.</summary>
internal static partial class TypedValue
{
    private const int LongestInvitation = 120;

    /// <summary>The text with ordinary blanks, trimmed line by line; empty when nobody typed it: only blanks, a line to write on, or an invitation to type.</summary>
    internal static string Of(string shown)
    {
        var text = string.Join('\n', Plain(shown).Replace('\t', ' ').Split('\n').Select(line => line.Trim())).Trim('\n');
        return IsRuledLine(text) || PrintedWords.IsInvitation(text) || (text.Length <= LongestInvitation && Invitation().IsMatch(text)) ? "" : text;
    }

    /// <summary>The text with one kind of blank, and without what cannot be seen.</summary>
    internal static string Plain(string shown)
    {
        var plain = new StringBuilder(shown.Length);
        foreach (var character in shown)
        {
            if (character is '\t' or '\n' || !IsInvisible(character))
            {
                plain.Append(character is not ('\t' or '\n') && char.IsWhiteSpace(character) ? ' ' : character);
            }
        }

        return plain.ToString();
    }

    /// <summary>Whether the entry of a list only asks to choose another.</summary>
    internal static bool IsNoChoice(string entry) => entry.Trim(' ', '-', '\u2013', '\u2014', '.', '_', '<', '>', '(', ')', '[', ']') is var words
        && (words.Length == 0 || (words.Length <= LongestInvitation && NoChoice().IsMatch(words)));

    private static bool IsInvisible(char character) => character is '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' || char.IsControl(character);

    private static bool IsRuledLine(string text) => text.Length > 0 && text.All(character => character is '_' or ' ' or '\n' or '.' or '\u2026') && text.Any(character => character is '_' or '\u2026');

    // Word's own invitations and their usual variants. They begin and end so, since "Choose your own adventure" is a fine title.
    [GeneratedRegex(@"^[\[<(]?\s*(please )?((click|tap)( or (click|tap))?( here)?( or (click|tap) here)?( to | and )(enter|type|add|insert|choose|select|pick)\b.{0,60}|(click|type|enter text|type text|type your answer) here|(choose|select|pick) (an? |one )?(item|date|option|one|value|building block|time))\s*\.{0,3}\u2026?\s*[\]>)]?$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Invitation();

    [GeneratedRegex(@"^(please )?(choose|select|pick|click)( |$|:|\.)|^(none selected|not selected|n/a)$",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex NoChoice();
}
