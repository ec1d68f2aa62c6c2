using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TechPlan.Functions.Api;

namespace TechPlan.Functions.Health;

/// <summary>Says whether the app can do its work, and what waits for the office.</summary>
/// <remarks>
/// Anybody may ask, so it names no people. A mini-grant's id is no secret: it is the address of the session's public page, and
/// opens nothing else without a signed link.
/// </remarks>
public sealed class HealthFunctions(HealthChecker checker)
{
    [Function("Health")]
    public async Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "health")] HttpRequest request, CancellationToken cancellation)
    {
        var report = await checker.CheckAsync(cancellation);
        return new ApiAnswer(
            report.IsHealthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, json => Write(json, report));
    }

    private static void Write(Utf8JsonWriter json, HealthReport report)
    {
        json.WriteString("status", report.IsHealthy ? "healthy" : "unhealthy");
        json.WriteStartArray("checks");
        foreach (var check in report.Checks)
        {
            Write(json, check);
        }

        json.WriteEndArray();
        if (report.OfficeTasks is { } tasks)
        {
            Write(json, tasks);
        }
    }

    private static void Write(Utf8JsonWriter json, HealthCheck check)
    {
        json.WriteStartObject();
        json.WriteString("name", check.Name);
        json.WriteString("status", check.Passed ? "passed" : "failed");
        if (check.Detail is not null)
        {
            json.WriteString("detail", check.Detail);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, IReadOnlyList<Storage.OfficeTask> tasks)
    {
        json.WriteNumber("openOfficeTasks", tasks.Count);
        json.WriteStartArray("officeTasks");
        foreach (var task in tasks)
        {
            json.WriteStartObject();
            json.WriteString("miniGrant", task.Id?.Value);
            json.WriteString("kind", task.Kind);
            json.WriteString("since", task.Since);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
