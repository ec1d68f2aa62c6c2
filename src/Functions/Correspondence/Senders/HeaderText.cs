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

    [SuppressMessage("Globalization", "CA1308:Normalize strings to uppercase", Justification = "Domains and methods are written in lower case.")]
    internal static string Lower(string text) => text.ToLowerInvariant();
}
