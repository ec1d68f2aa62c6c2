using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>
/// What SendGrid found out about a sender, as a mailbox would have it: one Authentication-Results header, without a server's name, on
/// top. Those that the mail brought along could have been written by its sender, since SendGrid lets them pass; they are removed.
/// </summary>
internal static partial class ParseVerdict
{
    private const string Name = "Authentication-Results";

    /// <param name="spf">The field <c>SPF</c>, such as <c>pass</c>.</param>
    /// <param name="dkim">The field <c>dkim</c>, such as <c>{@example.org : pass}</c>.</param>
    /// <param name="envelopeFrom">The address that SPF was about.</param>
    internal static ImmutableArray<MailHeader> PutOnTop(ImmutableArray<MailHeader> headers, string? spf, string? dkim, string? envelopeFrom) =>
    [
        new MailHeader(Name, string.Join("; ", Methods(spf, dkim, envelopeFrom).DefaultIfEmpty("none=none"))),
        .. headers.Where(header => !header.Name.Equals(Name, StringComparison.OrdinalIgnoreCase)),
    ];

    private static IEnumerable<string> Methods(string? spf, string? dkim, string? envelopeFrom)
    {
        if (spf is not null && Word().Match(spf.Trim()) is { Success: true } result)
        {
            yield return envelopeFrom is not null && Address().IsMatch(envelopeFrom) ? $"spf={result.Value} smtp.mailfrom={envelopeFrom}" : $"spf={result.Value}";
        }

        foreach (Match signature in Signature().Matches(dkim ?? ""))
        {
            yield return $"dkim={signature.Groups["result"].Value} header.d={signature.Groups["domain"].Value}";
        }
    }

    [GeneratedRegex("^[A-Za-z]{1,20}", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Word();

    [GeneratedRegex(@"^[^\s;""()<>=]{1,254}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Address();

    [GeneratedRegex(@"@(?<domain>[A-Za-z0-9.-]{1,253})\s*:\s*(?<result>[A-Za-z]{1,20})", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex Signature();
}
