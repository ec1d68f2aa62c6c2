using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace TechPlan.Functions.Review;

/// <summary>The specialist's pages. GET and HEAD show, only POST decides: programs open links in mail by themselves.</summary>
public sealed class ReviewFunctions(ReviewDesk review, HoldDesk hold, CountDesk count)
{
    [Function("Review")]
    public Task<IResult> ReviewAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "review/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient engine,
        CancellationToken cancellation) =>
        review.VisitAsync(request, token, engine, cancellation);

    [Function("Hold")]
    public Task<IResult> HoldAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "hold/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient engine,
        CancellationToken cancellation) =>
        hold.VisitAsync(request, token, engine, cancellation);

    [Function("Count")]
    public Task<IResult> CountAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", "post", Route = "count/{token}")] HttpRequest request,
        string token,
        [DurableClient] DurableTaskClient engine,
        CancellationToken cancellation) =>
        count.VisitAsync(request, token, engine, cancellation);
}
