using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Forms.Text;

/// <summary>
/// Makes HTML fit for a parser that follows the standard, by which a page of nested tags can grow to many times its size: each
/// paragraph repeats all the bold and the fonts that were left open before it, and each block looks up through all those around it.
/// </summary>
internal static partial class TameHtml
{
    /// <summary>Long threads of replies nest a few dozen; what lies deeper is not looked at.</summary>
    private const int Deepest = 256;

    /// <summary>Elements that hold nothing, or that the next of their kind closes.</summary>
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NotNesting = new[]
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "option", "optgroup", "dt", "dd",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    internal static string Of(string html) => Shallow(Formatting().Replace(html, ""));

    private static string Shallow(string html)
    {
        var depth = 0;
        foreach (var tag in Tag().EnumerateMatches(html))
        {
            var name = html.AsSpan(tag.Index + 1, tag.Length - 1);
            if (NotNesting.Contains(name.TrimStart('/')))
            {
                continue;
            }

            depth = name[0] == '/' ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > Deepest)
            {
                return html[..tag.Index];
            }
        }

        return html;
    }

    /// <summary>The elements that the standard repeats; how a text looks says nothing about what it means.</summary>
    [GeneratedRegex(@"</?(?:a|b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?:[\s/][^<>]*)?>", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Formatting();

    [GeneratedRegex(@"</?[a-zA-Z][^\s/<>]*", RegexOptions.NonBacktracking)]
    private static partial Regex Tag();
}
