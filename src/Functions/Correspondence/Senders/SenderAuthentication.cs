using TechPlan.Domain;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence.Senders;

/// <summary>
/// Reads what the district's own mail system found out about a sender. Every other header may have been written by the sender:
/// a pass in it proves nothing, while a fail is believed, since nobody forges that in his own favour.
/// </summary>
internal static class SenderAuthentication
{
    /// <summary>Bounds the work on a mail made of headers.</summary>
    private const int MostHeaders = 50;

    /// <param name="trusted">The names under which our mail system writes; see <see cref="SenderOptions.AuthservIds"/>.</param>
    internal static Authenticity Of(InboundMail mail, IEnumerable<string> trusted)
    {
        var headers = mail.HeaderValues("Authentication-Results").Take(MostHeaders).Select(AuthenticationResults.Read).ToArray();
        return Ours(headers, mail.GraphId is null ? [] : [.. trusted]) is { } ours ? VerdictOf(ours, mail.From)
            : Array.Exists(headers, IsFail) ? Authenticity.Failed
            : IsInternal(mail) ? Authenticity.Proven
            : Authenticity.Unproven;
    }

    /// <summary>
    /// A door that is no mailbox takes such headers off what comes in and puts its own, without a name, on top: the names of a mailbox
    /// could only be forged there.
    /// </summary>
    private static AuthenticationResults? Ours(AuthenticationResults[] headers, string[] trusted) => trusted is []
        ? headers is [{ Server: null } first, ..] ? first : null
        : Array.Find(headers, header => header.Server is { } server && trusted.Contains(server, StringComparer.OrdinalIgnoreCase));

    /// <summary>
    /// Exchange marks mail that never left the tenant, and takes this mark off whatever comes in from elsewhere; other doors do
    /// not, so it counts only in a mailbox.
    /// </summary>
    private static bool IsInternal(InboundMail mail) => mail.GraphId is not null
        && mail.HeaderValues("X-MS-Exchange-Organization-AuthAs").FirstOrDefault()?.Trim().Equals("Internal", StringComparison.OrdinalIgnoreCase) is true;

    private static Authenticity VerdictOf(AuthenticationResults results, EmailAddress? from) =>
        IsFail(results) ? Authenticity.Failed
        : from is not null && IsPass(results, from) ? Authenticity.Proven
        : Authenticity.Unproven;

    private static bool IsFail(AuthenticationResults results) =>
        results.Says("dmarc", "fail") || results.Says("compauth", "fail")
        || (results.Says("spf", "fail") || results.Says("spf", "softfail")) && !results.Says("dkim", "pass") && !results.Says("dmarc", "pass");

    /// <summary>A sender may sign with a domain of his own and pass: only the author's domain proves the author.</summary>
    private static bool IsPass(AuthenticationResults results, EmailAddress from) =>
        (results.Says("dmarc", "pass") || results.Says("compauth", "pass")) && results.Of("dmarc").All(found => found["header.from"] is not { } author || IsAligned(author, from))
        || results.Of("dkim").Any(found => found.Result == "pass" && IsAligned(found["header.d"] ?? found["header.i"], from))
        || results.Of("spf").Any(found => found.Result == "pass" && IsAligned(found["smtp.mailfrom"], from));

    private static bool IsAligned(string? proven, EmailAddress from)
    {
        var domain = DomainOf(from.Normalized);
        return proven is not null && (DomainOf(proven) == domain || domain.EndsWith("." + DomainOf(proven), StringComparison.Ordinal) && DomainOf(proven).Contains('.', StringComparison.Ordinal));
    }

    private static string DomainOf(string address) => address[(address.LastIndexOf('@') + 1)..];
}
