using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace TechPlan.Functions.Requests;

/// <summary>The form by which a school asks for a mini-grant, and the drafts of it.</summary>
public sealed class RequestFunctions(NewRequestDesk requests, DraftDesk drafts)
{
    [Function("NewRequest")]
    public Task<IResult> NewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "mini-grants/new")] HttpRequest request,
        [DurableClient] DurableTaskClient engine,
        CancellationToken cancellation) =>
        requests.VisitAsync(request, engine, cancellation);

    [Function("Draft")]
    public Task<IResult> DraftAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "mini-grants/drafts/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient engine,
        CancellationToken cancellation) =>
        drafts.VisitAsync(request, token, engine, cancellation);
}
