using System.Globalization;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Web;

/// <summary>Dates and times as people in the district read them: American, with the weekday, in the district's time zone.</summary>
public sealed class DistrictText(TimeZoneInfo zone)
{
    private static readonly CultureInfo American = MakeAmerican();

    /// <summary>The zone's everyday name, such as <c>Central Time</c>, which is right in summer and in winter.</summary>
    public string ZoneName { get; } = zone.StandardName.Replace(" Standard ", " ", StringComparison.Ordinal);

    /// <summary>Such as <c>Wednesday, October 14, 2026</c>.</summary>
    public static string Date(DateOnly date) => date.ToString("dddd, MMMM d, yyyy", American);

    /// <summary>Such as <c>3:30 pm</c>.</summary>
    public static string Time(TimeOnly time) => time.ToString("h:mm tt", American);

    /// <summary>Such as <c>3:30 pm to 5:30 pm Central Time</c>.</summary>
    public string Hours(SessionPlan session) => $"{Time(session.Start)} to {Time(session.End)} {ZoneName}";

    /// <summary>An instant in words, such as <c>Tuesday, October 13, 2026, 4:00 pm Central Time</c>.</summary>
    public string Moment(DateTimeOffset instant) =>
        $"{TimeZoneInfo.ConvertTime(instant, zone).ToString("dddd, MMMM d, yyyy, h:mm tt", American)} {ZoneName}";

    /// <summary>An instant for a <c>time</c> element: local time with its offset.</summary>
    public string MachineMoment(DateTimeOffset instant) =>
        TimeZoneInfo.ConvertTime(instant, zone).ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>A date for a <c>time</c> element.</summary>
    public static string MachineDate(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Such as <c>1 person</c> or <c>12 people</c>.</summary>
    public static string People(int count) => count == 1 ? "1 person" : string.Create(American, $"{count:N0} people");

    private static CultureInfo MakeAmerican()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("en-US").Clone();
        culture.DateTimeFormat.AMDesignator = "am";
        culture.DateTimeFormat.PMDesignator = "pm";
        return CultureInfo.ReadOnly(culture);
    }
}
