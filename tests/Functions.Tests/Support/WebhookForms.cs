using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TechPlan.Functions.Intake;

namespace TechPlan.Functions.Tests.Support;

/// <summary>Requests as the district's form sends them.</summary>
internal static class WebhookForms
{
    /// <summary>A complete request of School 012 for November 4, 2099, changed as a test needs it.</summary>
    internal static byte[] Body(Action<JsonObject>? change = null)
    {
        var form = new JsonObject
        {
            ["leadSchool"] = "School 012",
            ["expectedParticipants"] = 20,
            ["submitter"] = new JsonObject { ["name"] = "Dana Field", ["email"] = "dana.field@example.org" },
            ["discussedWithLearningTeamOn"] = "2099-09-01",
            ["title"] = "Spreadsheets for beginners",
            ["location"] = new JsonObject { ["school"] = "School 012", ["address"] = "1200 Lake Street", ["room"] = "204" },
            ["session"] = new JsonObject { ["date"] = "2099-11-04", ["start"] = "15:30", ["end"] = "17:30", ["type"] = "standard" },
            ["partnerSchools"] = new JsonArray(),
            ["instructor"] = new JsonObject { ["name"] = "Robin Hale" },
            ["assignInstructor"] = false,
            ["facilitator"] = "Sam Ortiz",
            ["reflectsSchoolImprovementPlan"] = true,
            ["otherEvaluation"] = new JsonObject { ["planned"] = false, ["explanation"] = null },
            ["followUp"] = new JsonObject { ["plan"] = "One lesson each.", ["location"] = "Library", ["date"] = "2099-11-25", ["start"] = "15:30" },
        };
        change?.Invoke(form);
        return Encoding.UTF8.GetBytes(form.ToJsonString());
    }

    internal static Incoming Incoming(string webhookId, Action<JsonObject>? change = null)
    {
        var body = Body(change);
        return new Incoming("webhook:" + webhookId, body, RequestReader.Read(body, maxPartners: 30));
    }

    /// <summary>The three headers of a webhook signed with <paramref name="secret"/> at a moment.</summary>
    internal static HeaderDictionary Sign(byte[] body, string id, DateTimeOffset at, string secret = TestSettings.Secret)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        byte[] content = [.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body];
        var signature = Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), content));
        return new HeaderDictionary { ["webhook-id"] = id, ["webhook-timestamp"] = timestamp, ["webhook-signature"] = $"v1,{signature}" };
    }
}
