using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace TechPlan.Functions.Status;

/// <summary>The lead ITL's page.</summary>
public sealed class StatusFunctions(StatusDesk desk)
{
    [Function("Status")]
    public Task<IResult> StatusAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "status/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient engine,
        CancellationToken cancellation) =>
        desk.VisitAsync(request, token, engine, cancellation);
}
