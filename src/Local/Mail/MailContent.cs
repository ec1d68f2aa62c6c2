using System.Net;
using System.Text.RegularExpressions;

namespace TechPlan.Local.Mail;

/// <summary>What a reader gets out of a mail's HTML and text.</summary>
internal static partial class MailContent
{
    /// <summary>The absolute web addresses of the HTML's links and, after them, those that only the text has.</summary>
    public static IReadOnlyList<string> Links(string? html, string text) => OrWhenHostile(() => FindLinks(html, text), () => []);

    /// <summary>The words of an HTML mail, one line per block, with each link's address after its words.</summary>
    public static string TextOf(string html) => OrWhenHostile(() => ReadText(html), () => html);

    /// <summary>A mail made to keep a reader busy is shown as it is.</summary>
    private static T OrWhenHostile<T>(Func<T> read, Func<T> otherwise)
    {
        try
        {
            return read();
        }
        catch (RegexMatchTimeoutException)
        {
            return otherwise();
        }
    }

    private static IReadOnlyList<string> FindLinks(string? html, string text)
    {
        var pressed = Href().Matches(html ?? "").Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value));
        var written = Address().Matches(text).Select(match => match.Value.TrimEnd('.', ',', ';', ':', '!', '?', ')', ']'));
        return [.. pressed.Concat(written).Where(IsAbsolute).Distinct(StringComparer.Ordinal)];
    }

    private static string ReadText(string html)
    {
        var visible = Hidden().Replace(html, "");
        var linked = Anchor().Replace(visible, match => $"{match.Groups["words"].Value} ({match.Groups["address"].Value})");
        var lines = BlockEnd().Replace(linked.ReplaceLineEndings(" "), "\n");
        var words = WebUtility.HtmlDecode(Tag().Replace(lines, ""));
        var trimmed = words.Split('\n').Select(line => Blanks().Replace(line, " ").Trim());
        return string.Join('\n', trimmed.Where(line => line.Length > 0));
    }

    private static bool IsAbsolute(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");

    [GeneratedRegex("""<a\s[^>]*?href\s*=\s*(?<quote>["'])(?<address>.*?)\k<quote>""", Options, MatchTimeout)]
    private static partial Regex Href();

    [GeneratedRegex("""<a\s[^>]*?href\s*=\s*(?<quote>["'])(?<address>https?:.*?)\k<quote>[^>]*>(?<words>.*?)</a\s*>""", Options, MatchTimeout)]
    private static partial Regex Anchor();

    [GeneratedRegex("""https?://[^\s<>"']+""", Options, MatchTimeout)]
    private static partial Regex Address();

    [GeneratedRegex("""<(?<name>head|style|script|title)\b.*?</\k<name>\s*>|<!--.*?-->""", Options, MatchTimeout)]
    private static partial Regex Hidden();

    [GeneratedRegex("""<br\b[^>]*>|</(?:p|div|h[1-6]|li|tr|table|ul|ol|blockquote|dt|dd)\s*>""", Options, MatchTimeout)]
    private static partial Regex BlockEnd();

    [GeneratedRegex("<[^>]*>", Options, MatchTimeout)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+", Options, MatchTimeout)]
    private static partial Regex Blanks();

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
    private const int MatchTimeout = 2000;
}
