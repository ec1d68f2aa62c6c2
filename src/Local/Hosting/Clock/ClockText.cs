using System.Globalization;

namespace TechPlan.Local.Hosting;

/// <summary>How instants are written and read on the clock's page and by scripts: ISO 8601, UTC where no zone is given.</summary>
internal static class ClockText
{
    private static readonly string[] Formats = ["yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"];

    public static string Format(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    /// <summary>For the eye, to the second.</summary>
    public static string Readable(DateTimeOffset instant) =>
        instant.ToUniversalTime().ToString("dddd, MMMM d, yyyy, HH:mm:ss 'UTC'", CultureInfo.GetCultureInfo("en-US"));

    public static DateTimeOffset? Parse(string? text) =>
        DateTimeOffset.TryParseExact(
            text,
            Formats,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant)
            ? instant
            : null;
}
