using System.Text.RegularExpressions;

namespace TechPlan.Functions.Mail.Events;

/// <summary>
/// Why a mail did not arrive, in codes. SendGrid's own sentences quote addresses and whatever the other server chose to say, so they
/// are not kept. The codes are part of the stored data.
/// </summary>
internal static partial class DeliveryReasons
{
    internal const string AfterBounce = "suppressed-after-bounce";
    internal const string AfterSpamReport = "suppressed-after-spam-report";
    internal const string Unsubscribed = "suppressed-unsubscribed";
    internal const string NoAddress = "not-an-address";
    internal const string Blocked = "blocked";

    /// <summary>Why SendGrid did not try; null for reasons that say nothing about the address.</summary>
    internal static string? OfDrop(string? reason) => reason?.Trim().ToUpperInvariant() switch
    {
        "BOUNCED ADDRESS" => AfterBounce,
        "SPAM REPORTING ADDRESS" => AfterSpamReport,
        "UNSUBSCRIBED ADDRESS" => Unsubscribed,
        "INVALID" => NoAddress,
        _ => null,
    };

    /// <summary>Why a server refused: that it blocks the carrier, or the status that it gave (RFC 3463).</summary>
    internal static string? OfBounce(string? type, string? status) => type == Blocked ? Blocked : StatusOf(status);

    /// <summary>A status such as 4.2.2; null for anything else.</summary>
    internal static string? StatusOf(string? status) => status is not null && Status().IsMatch(status) ? status : null;

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Status();
}
