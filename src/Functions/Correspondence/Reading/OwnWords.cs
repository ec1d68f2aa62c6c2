using System.Text.RegularExpressions;

namespace TechPlan.Functions.Correspondence.Reading;

/// <summary>What somebody wrote above the mail that she or he answers. Our own letters have the form's fields in them: read back, they would pass for a form.</summary>
internal static partial class OwnWords
{
    /// <summary>More is not looked at; no answer is that long.</summary>
    private const int MaxLength = 50_000;

    /// <summary>The reply without what it quotes.</summary>
    internal static string Of(string text)
    {
        var lines = (text.Length > MaxLength ? text[..MaxLength] : text).ReplaceLineEndings("\n").Split('\n');
        var end = Array.FindIndex(lines, line => Divider().IsMatch(line));
        return string.Join('\n', (end < 0 ? lines : lines[..end]).Where(line => !line.TrimStart().StartsWith('>'))).Trim();
    }

    /// <summary>What mail programs put between an answer and what it answers, and the first line of a head below it.</summary>
    [GeneratedRegex(
        @"^\s*(?:-{2,}\s*(?:original message|forwarded message|original appointment).*|_{10,}\s*|on .{1,200} wrote:\s*|\*?from:\*? .*|.{1,200}\bwrote:\s*)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Divider();
}
