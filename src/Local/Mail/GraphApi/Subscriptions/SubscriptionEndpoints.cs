using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechPlan.Local.Mail.GraphApi.Subscriptions;

/// <summary><c>/subscriptions</c>, whose addresses are really called.</summary>
internal sealed class SubscriptionEndpoints(GraphSubscriptions subscriptions, NotificationDesk desk, TimeProvider clock)
{
    public void Map(IEndpointRouteBuilder graph)
    {
        graph.MapPost("/subscriptions", MakeAsync);
        graph.MapGet("/subscriptions", ListAsync);
        graph.MapGet("/subscriptions/{id}", ReadAsync);
        graph.MapPatch("/subscriptions/{id}", RenewAsync);
        graph.MapPost("/subscriptions/{id}/reauthorize", ReauthorizeAsync);
        graph.MapDelete("/subscriptions/{id}", EndAsync);
    }

    private async Task<IResult> MakeAsync(HttpRequest request)
    {
        if (await GraphBodies.ReadAsync<SubscriptionRequest>(request) is not { } asked)
        {
            return GraphProblem.NotJson.ToResult();
        }

        var (made, problem) = await subscriptions.MakeAsync(asked, GraphPreferences.Read(request).HasImmutableIds, request.HttpContext.RequestAborted);
        return problem?.ToResult() ?? Results.Json(Write(made!), statusCode: StatusCodes.Status201Created);
    }

    private async Task<IResult> ListAsync(CancellationToken cancellation) =>
        Results.Json(new JsonObject { ["value"] = new JsonArray([.. (await desk.LiveAsync(cancellation)).Select(Write)]) });

    private async Task<IResult> ReadAsync(string id, CancellationToken cancellation) =>
        Answer(await subscriptions.FindAsync(id, cancellation));

    private async Task<IResult> RenewAsync(string id, HttpRequest request)
    {
        if (await GraphBodies.ReadAsync<SubscriptionRequest>(request) is not { } change)
        {
            return GraphProblem.NotJson.ToResult();
        }

        return SubscriptionRules.CheckExpiry(change.ExpirationDateTime, clock.GetUtcNow())?.ToResult()
            ?? Answer(await subscriptions.RenewAsync(id, change.ExpirationDateTime!.Value, request.HttpContext.RequestAborted));
    }

    private async Task<IResult> ReauthorizeAsync(string id, CancellationToken cancellation) =>
        await subscriptions.FindAsync(id, cancellation) is null ? GraphProblem.NoSubscription.ToResult() : Results.NoContent();

    private async Task<IResult> EndAsync(string id, CancellationToken cancellation) =>
        await subscriptions.EndAsync(id, cancellation) is null ? GraphProblem.NoSubscription.ToResult() : Results.NoContent();

    private static IResult Answer(SubscriptionDocument? subscription) =>
        subscription is null ? GraphProblem.NoSubscription.ToResult() : Results.Json(Write(subscription));

    /// <summary>Graph never shows the client state again.</summary>
    private static JsonObject Write(SubscriptionDocument subscription) => new()
    {
        ["id"] = subscription.Id,
        ["resource"] = subscription.Resource,
        ["changeType"] = subscription.ChangeType,
        ["notificationUrl"] = subscription.NotificationUrl,
        ["lifecycleNotificationUrl"] = subscription.LifecycleNotificationUrl,
        ["expirationDateTime"] = GraphJson.Instant(subscription.ExpiresAt),
    };
}
