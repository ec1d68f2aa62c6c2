using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace TechPlan.Functions.Correspondence.Senders;

/// <summary>The spelling of mail headers.</summary>
internal static class HeaderText
{
    /// <summary>Takes out comments, which stand in parentheses and may hold others; a quoted parenthesis begins none.</summary>
    internal static string WithoutComments(string header)
    {
        var (text, depth, quoted) = (new StringBuilder(header.Length), 0, false);
        for (var at = 0; at < header.Length; at++)
        {
            var c = header[at];
            if (c == '\\')
            {
                at++;
                continue;
            }

            quoted ^= c == '"' && depth == 0;
            depth += quoted ? 0 : c == '(' ? 1 : 0;
            _ = depth == 0 ? text.Append(c) : text;
            depth -= !quoted && c == ')' && depth > 0 ? 1 : 0;
        }

        return text.ToString();
    }

    /// <summary>The parts between separators; one that stands in quotes separates nothing, since a sender may choose what is quoted.</summary>
    internal static List<string> Split(string header, params ReadOnlySpan<char> separators)
    {
        var (parts, begin, quoted) = (new List<string>(), 0, false);
        for (var at = 0; at < header.Length; at++)
        {
            quoted ^= header[at] == '"';
            if (!quoted && separators.Contains(header[at]))
            {
                parts.Add(header[begin..at].Trim());
                begin = at + 1;
            }
        }

        parts.Add(header[begin..].Trim());
        return parts;
    }

    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "Domains and methods are written in lower case.")]
    internal static string Lower(string text) => text.ToLowerInvariant();
}
