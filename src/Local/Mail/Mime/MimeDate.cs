using System.Globalization;
using System.Text.RegularExpressions;

namespace TechPlan.Local.Mail.Mime;

/// <summary>A Date header as mail programs write it; null when it is no date.</summary>
internal static partial class MimeDate
{
    private static readonly Dictionary<string, int> Zones = new(StringComparer.OrdinalIgnoreCase)
    {
        ["UT"] = 0, ["UTC"] = 0, ["GMT"] = 0, ["Z"] = 0,
        ["EDT"] = -4, ["EST"] = -5, ["CDT"] = -5, ["CST"] = -6, ["MDT"] = -6, ["MST"] = -7, ["PDT"] = -7, ["PST"] = -8,
    };

    public static DateTimeOffset? Parse(string? header)
    {
        if (header is null || Shape().Match(header) is not { Success: true } date)
        {
            return null;
        }

        var text = $"{date.Groups["day"]} {date.Groups["month"]} {Year(date.Groups["year"].Value)} {date.Groups["time"]}{Seconds(date)}";
        return DateTime.TryParseExact(text, "d MMM yyyy H:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is > 1 and < 9999
            ? new DateTimeOffset(local, Zone(date.Groups["zone"].Value))
            : null;
    }

    private static string Seconds(Match date) => date.Groups["seconds"].Success ? date.Groups["seconds"].Value : ":00";

    /// <summary>RFC 5322: two digits up to 49 are of this century.</summary>
    private static string Year(string year) => year.Length > 2 ? year : (string.CompareOrdinal(year, "50") < 0 ? "20" : "19") + year;

    private static TimeSpan Zone(string zone)
    {
        if (zone is not ['+' or '-', _, _, _, _])
        {
            return TimeSpan.FromHours(Zones.GetValueOrDefault(zone));
        }

        var offset = new TimeSpan(int.Parse(zone[1..3], CultureInfo.InvariantCulture), int.Parse(zone[3..], CultureInfo.InvariantCulture), 0);
        return offset.TotalHours > 14 ? TimeSpan.Zero : zone[0] == '-' ? -offset : offset;
    }

    [GeneratedRegex(
        @"^\s*(?:[A-Za-z]{2,9}\.?,?\s+)?(?<day>[0-9]{1,2})[\s-](?<month>[A-Za-z]{3})[a-z]{0,6}[\s-](?<year>[0-9]{2}|[0-9]{4})\s+(?<time>[0-9]{1,2}:[0-9]{2})(?<seconds>:[0-9]{2})?(?:\.[0-9]+)?\s*(?<zone>[+-][0-9]{4}|[A-Za-z]{1,5})?",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Shape();
}
