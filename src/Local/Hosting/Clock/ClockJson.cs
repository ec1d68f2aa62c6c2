using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Hosting;

/// <summary>The clock as scripts see it.</summary>
internal static class ClockJson
{
    private const string Property = "now";

    public static IResult Now(DateTimeOffset now) =>
        Results.Json(new Dictionary<string, string>(StringComparer.Ordinal) { [Property] = ClockText.Format(now) });

    /// <summary>The instant that the body asks for, or null when the body says none.</summary>
    public static DateTimeOffset? Target(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty(Property, out var now)
                && now.ValueKind is JsonValueKind.String
                    ? ClockText.Parse(now.GetString())
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static IResult Answer(ClockMove move) => move switch
    {
        ClockMove.Moved => Now(move.Now),
        ClockMove.Backward => Results.Problem(
            $"It is {ClockText.Format(move.Now)} already, and time only goes forward.",
            statusCode: StatusCodes.Status409Conflict,
            title: "The clock cannot be moved back"),
        ClockMove.TooFar tooFar => Results.Problem(
            $"The clock can be moved to {ClockText.Format(tooFar.Latest)} at most.",
            statusCode: StatusCodes.Status400BadRequest,
            title: "That is too far ahead"),
        _ => throw new InvalidOperationException($"Unknown outcome {move}."),
    };

    public static IResult Unreadable() => Results.Problem(
        """Send a JSON object with the instant to move to, in UTC: { "now": "2026-10-13T21:00:00Z" }.""",
        statusCode: StatusCodes.Status400BadRequest,
        title: "The body does not say when");
}
