using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace TechPlan.Local.Hosting;

/// <summary>What the form of the clock's page asks for: a step of a button, or the moment that was typed in.</summary>
internal static class ClockForm
{
    public const string Moment = "now";
    public const string Step = "step";

    public static DateTimeOffset? Target(string body, DateTimeOffset now, DateTimeOffset? nextDue)
    {
        var fields = QueryHelpers.ParseQuery(body);
        return Field(fields, Step) switch
        {
            "hour" => now.AddHours(1),
            "day" => now.AddDays(1),
            "week" => now.AddDays(7),
            // A deadline that has passed while the page was open leaves only the next moment to move to.
            "next" => nextDue > now ? nextDue : now.AddSeconds(1),
            _ => ClockText.Parse(Field(fields, Moment)),
        };
    }

    private static string? Field(Dictionary<string, StringValues> fields, string name) => fields.GetValueOrDefault(name);
}
