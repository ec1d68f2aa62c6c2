using System.Globalization;
using System.Text.Json.Nodes;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>
/// A complete request of School 012. Its session lies a number of days ahead, on the first day from then on with three open
/// days before it, so that its check is on the day before and its early count two days before that.
/// </summary>
internal static class SampleRequest
{
    /// <summary>The other school that takes part, and so cannot be the one that asks.</summary>
    public const string Partner = "School 044";

    /// <summary>The same request of another school, about something else.</summary>
    public static JsonObject Of(string school, string title, DateTimeOffset now)
    {
        var request = For(now);
        var itl = District.ItlOf(school);
        request["leadSchool"] = school;
        request["submitter"] = new JsonObject { ["name"] = itl.Name, ["email"] = itl.Email };
        request["location"]!["school"] = school;
        request["title"] = title;
        return request;
    }

    public static JsonObject For(DateTimeOffset now, int sessionInDays = 28)
    {
        var day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(sessionInDays);
        while (Enumerable.Range(0, 4).Any(before => !District.IsOpen(day.AddDays(-before))))
        {
            day = day.AddDays(1);
        }

        return On(day, DateOnly.FromDateTime(now.UtcDateTime).AddDays(-3));
    }

    private static JsonObject On(DateOnly session, DateOnly discussed) => new()
    {
        ["leadSchool"] = "School 012",
        ["expectedParticipants"] = 20,
        ["submitter"] = new JsonObject { ["name"] = District.ItlOf("School 012").Name, ["email"] = District.ItlOf("School 012").Email },
        ["discussedWithLearningTeamOn"] = Iso(discussed),
        ["title"] = "Interactive whiteboards in grade 4 mathematics",
        ["location"] = new JsonObject { ["school"] = "School 012", ["address"] = "1 Sample Street", ["room"] = "204" },
        ["session"] = new JsonObject { ["date"] = Iso(session), ["start"] = "15:30", ["end"] = "17:30", ["type"] = "standard" },
        ["partnerSchools"] = new JsonArray(new JsonObject { ["school"] = Partner, ["expectedParticipants"] = 6 }),
        ["instructor"] = new JsonObject { ["name"] = "Ida Instructor" },
        ["assignInstructor"] = false,
        ["facilitator"] = "Fran Facilitator <fran.facilitator@example.org>",
        ["reflectsSchoolImprovementPlan"] = true,
        ["otherEvaluation"] = new JsonObject { ["planned"] = false, ["explanation"] = null },
        ["followUp"] = new JsonObject
        {
            ["plan"] = "Each participant shows one lesson to a colleague.",
            ["location"] = "School 012, library",
            ["date"] = Iso(session.AddDays(21)),
            ["start"] = "15:30",
        },
    };

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
