using System.Globalization;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>Reads <c>Retry-After</c>: seconds, or a date (RFC 9110, 10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>A carrier that wants to be left alone for longer is asked again all the same.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>The moment that is asked for; null when the header is missing or makes no sense.</summary>
    public static DateTimeOffset? Read(string? header, DateTimeOffset now) =>
        int.TryParse(header, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? now + Within(TimeSpan.FromSeconds(seconds))
        : DateTimeOffset.TryParseExact(header, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? now + Within(at - now)
        : null;

    private static TimeSpan Within(TimeSpan wait) => wait < TimeSpan.Zero ? TimeSpan.Zero : wait > Longest ? Longest : wait;
}
