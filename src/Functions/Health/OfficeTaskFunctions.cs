using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TechPlan.Functions.Api;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Health;

/// <summary>The office's door to its tasks: what waits, and a way to say that one has been seen to.</summary>
public sealed class OfficeTaskFunctions(OfficeTaskTable tasks)
{
    private static readonly IResult NoSuchTask = ApiProblem.Of(
        StatusCodes.Status404NotFound, "There is no open task with this reference. GET /api/office-tasks lists those that are open.");

    [Function("OfficeTasks")]
    public async Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Function, "get", Route = "api/office-tasks")] HttpRequest request, CancellationToken cancellation)
    {
        var open = await tasks.ListAsync(cancellation);
        return new ApiAnswer(StatusCodes.Status200OK, json => Write(json, open));
    }

    [Function("CloseOfficeTask")]
    public async Task<IResult> CloseAsync(
        [HttpTrigger(AuthorizationLevel.Function, "delete", Route = "api/office-tasks/{reference}")] HttpRequest request,
        string reference,
        CancellationToken cancellation) =>
        await tasks.CloseAsync(reference, cancellation) ? Results.NoContent() : NoSuchTask;

    private static void Write(Utf8JsonWriter json, IReadOnlyList<OfficeTask> open)
    {
        json.WriteStartArray("officeTasks");
        foreach (var task in open)
        {
            json.WriteStartObject();
            json.WriteString("reference", task.Reference);
            json.WriteString("miniGrant", task.Id?.Value);
            json.WriteString("kind", task.Kind);
            json.WriteString("about", task.About);
            json.WriteString("since", task.Since);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
