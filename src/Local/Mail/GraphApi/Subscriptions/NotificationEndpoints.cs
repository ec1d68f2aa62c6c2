using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi.Subscriptions;

/// <summary>
/// <c>/local/mail/notifications</c>: what Graph's notifications do on their bad days, on demand. POST takes one or more of:
/// <c>{"lose": n}</c> and <c>{"duplicate": n}</c> for the next n notifications; <c>{"repeat": "message id"}</c>, told again as created;
/// <c>{"lifecycle": "reauthorizationRequired" | "subscriptionRemoved" | "missed"}</c> to all subscriptions, or to the one named by
/// <c>"subscriptionId"</c>; a removed one is gone.
/// </summary>
internal sealed class NotificationEndpoints(
    GraphSubscriptions subscriptions,
    NotificationDesk desk,
    NotificationQueue queue,
    NotificationFaults faults,
    MailStore store)
{
    private const string Path = "/local/mail/notifications";
    private const string Removed = "subscriptionRemoved";
    private static readonly string[] LifecycleEvents = ["reauthorizationRequired", Removed, "missed"];

    public void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, ReadAsync);
        routes.MapPost(Path, TakeAsync);
    }

    private async Task<IResult> ReadAsync(CancellationToken cancellation) => Results.Ok(new
    {
        faults.State.Lose,
        faults.State.Duplicate,
        queue.Posted,
        Subscriptions = (await desk.LiveAsync(cancellation)).Select(subscription => new { subscription.Id, subscription.Resource, subscription.ExpiresAt }),
    });

    private async Task<IResult> TakeAsync(Order order, CancellationToken cancellation)
    {
        if (order.Lose is < 0 || order.Duplicate is < 0)
        {
            return Wrong("lose and duplicate are not negative.");
        }

        if (order.Lifecycle is { } lifecycle && !LifecycleEvents.Contains(lifecycle, StringComparer.Ordinal))
        {
            return Wrong($"lifecycle is one of {string.Join(", ", LifecycleEvents)}.");
        }

        faults.Set(order.Lose, order.Duplicate);
        if (order.Lifecycle is not null)
        {
            await TellLifecycleAsync(order.Lifecycle, order.SubscriptionId, cancellation);
        }

        return order.Repeat is null || await RepeatAsync(order.Repeat, cancellation) ? await ReadAsync(cancellation) : Wrong("repeat names no message that came in.");
    }

    private async Task TellLifecycleAsync(string lifecycle, string? id, CancellationToken cancellation)
    {
        foreach (var subscription in (await desk.LiveAsync(cancellation)).Where(subscription => id is null || subscription.Id == id))
        {
            if (lifecycle is Removed)
            {
                await subscriptions.EndAsync(subscription.Id, cancellation);
            }

            desk.TellLifecycle(subscription, lifecycle);
        }
    }

    private async Task<bool> RepeatAsync(string id, CancellationToken cancellation)
    {
        if ((await store.FindAsync(id, cancellation))?.Head is not { IsIncoming: true })
        {
            return false;
        }

        var message = (GraphDocument)(await store.FindAsync(id, cancellation))!.Open();
        await desk.TellAsync(message, "created", "inbox", cancellation);
        return true;
    }

    private static IResult Wrong(string detail) =>
        Results.Problem(title: "That cannot be done.", detail: detail, statusCode: StatusCodes.Status400BadRequest);

    private sealed record Order(int? Lose, int? Duplicate, string? Repeat, string? Lifecycle, string? SubscriptionId);
}
