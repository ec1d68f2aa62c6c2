using System.Globalization;
using TechPlan.Domain.Calendars;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Mail.Rendering;

/// <summary>Dates and times as people in the district write them, in the district's time zone.</summary>
internal readonly record struct MailDates(SchoolCalendar Calendar)
{
    private static readonly CultureInfo American = MakeAmerican();

    /// <summary><c>Tuesday, October 13, 4:00 pm</c></summary>
    public string Moment(DateTimeOffset at) => Moment(Calendar.DateAt(at), Calendar.TimeAt(at));

    /// <summary><c>Tuesday, October 13, 4:00 pm</c></summary>
    public static string Moment(DateOnly date, TimeOnly time) => $"{Day(date)}, {Time(time)}";

    /// <summary><c>Tuesday, October 13</c></summary>
    public static string Day(DateOnly date) => date.ToString("dddd, MMMM d", American);

    /// <summary><c>Tuesday, October 13, 2026</c></summary>
    public static string DayAndYear(DateOnly date) => date.ToString("dddd, MMMM d, yyyy", American);

    /// <summary><c>Oct 13</c>, for subjects.</summary>
    public string Short(DateTimeOffset at) => Short(Calendar.DateAt(at));

    /// <summary><c>Oct 13</c>, for subjects.</summary>
    public static string Short(DateOnly date) => date.ToString("MMM d", American);

    /// <summary><c>3:30 pm</c></summary>
    public static string Time(TimeOnly time) => time.ToString("h:mm tt", American);

    /// <summary><c>Wednesday, October 14, 2026, 3:30 pm to 5:30 pm</c></summary>
    public static string Session(SessionPlan session) => $"{DayAndYear(session.Date)}, {Time(session.Start)} to {Time(session.End)}";

    private static CultureInfo MakeAmerican()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("en-US").Clone();
        culture.DateTimeFormat.AMDesignator = "am";
        culture.DateTimeFormat.PMDesignator = "pm";
        return CultureInfo.ReadOnly(culture);
    }
}
