namespace TechPlan.Functions.Setup;

/// <summary>The district that the app serves (<c>TechPlan:District</c>).</summary>
public sealed class DistrictOptions
{
    public const string Section = "TechPlan:District";

    /// <summary>As mails and pages name it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The time zone of all the district's dates and times, by its IANA name.</summary>
    public string TimeZone { get; set; } = "America/Chicago";

    internal TimeZoneInfo Zone => TimeZoneInfo.FindSystemTimeZoneById(TimeZone);
}
