namespace TechPlan.Functions.Setup;

/// <summary>Where people reach the app (<c>TechPlan</c>).</summary>
public sealed class SiteOptions
{
    public const string Section = "TechPlan";

    /// <summary>What every link in a mail begins with, such as <c>https://techplan.example.org</c>.</summary>
    public Uri? BaseUrl { get; set; }
}
