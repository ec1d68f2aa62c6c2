using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using TechPlan.Functions.Api;

namespace TechPlan.Functions.Directory;

/// <summary>The office's door for the district's lists.</summary>
public sealed class DirectoryFunctions(DirectoryImport import)
{
    private const int MaxOctets = 5 * 1024 * 1024;

    [Function("ImportSchools")]
    public Task<IResult> SchoolsAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/directory/schools")] HttpRequest request, CancellationToken cancellation) =>
        ImportAsync(request, import.SchoolsAsync, cancellation);

    [Function("ImportClusters")]
    public Task<IResult> ClustersAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/directory/clusters")] HttpRequest request, CancellationToken cancellation) =>
        ImportAsync(request, import.ClustersAsync, cancellation);

    [Function("ImportClosedDays")]
    public Task<IResult> ClosedDaysAsync(
        [HttpTrigger(AuthorizationLevel.Function, "put", Route = "api/directory/closed-days")] HttpRequest request, CancellationToken cancellation) =>
        ImportAsync(request, import.ClosedDaysAsync, cancellation);

    private static async Task<IResult> ImportAsync(
        HttpRequest request, Func<ReadOnlyMemory<byte>, CancellationToken, Task<ImportOutcome>> import, CancellationToken cancellation)
    {
        if (!request.IsOf("text/csv"))
        {
            return ApiProblem.Of(StatusCodes.Status415UnsupportedMediaType, "Send the file as it is, with Content-Type: text/csv.");
        }

        return await RequestBody.ReadAsync(request, MaxOctets, cancellation) is { } content
            ? Answer(await import(content, cancellation))
            : ApiProblem.Of(StatusCodes.Status413PayloadTooLarge, "A file has at most 5 MB.");
    }

    private static IResult Answer(ImportOutcome outcome) => outcome switch
    {
        ImportOutcome.Imported imported => new ApiAnswer(StatusCodes.Status200OK, json =>
        {
            json.WriteNumber("lines", imported.Lines);
            json.WriteNumber("added", imported.Added);
            json.WriteNumber("changed", imported.Changed);
            json.WriteNumber("removed", imported.Removed);
        }),
        ImportOutcome.Refused refused => ApiProblem.Of(
            StatusCodes.Status422UnprocessableEntity, "Nothing was changed. Mend what is named under errors and send the whole file again.", refused.Problems, (json, problem) =>
            {
                json.WriteNumber("line", problem.Line);
                json.WriteString("column", problem.Column);
                json.WriteString("detail", problem.Detail);
            }),
        _ => throw new InvalidOperationException($"No answer for {outcome.GetType().Name}."),
    };
}
