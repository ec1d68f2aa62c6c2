using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Hosting;

/// <summary>What the form of the clock's page asks for: a step of a button, or the moment that was typed in.</summary>
internal static class ClockForm
{
    public const string Moment = "now";
    public const string Step = "step";

    public static DateTimeOffset? Target(IFormCollection form, DateTimeOffset now, DateTimeOffset? nextDue) => form[Step].ToString() switch
    {
        "hour" => now.AddHours(1),
        "day" => now.AddDays(1),
        "week" => now.AddDays(7),
        // A deadline that has passed while the page was open leaves nothing to move to.
        "next" => nextDue > now ? nextDue : now,
        _ => ClockText.Parse(form[Moment]),
    };
}
