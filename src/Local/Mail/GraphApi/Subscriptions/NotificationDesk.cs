using System.Text.Json.Nodes;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi.Subscriptions;

/// <summary>Tells the subscriptions that live what has happened to a message, or to themselves.</summary>
internal sealed class NotificationDesk(MailStore store, NotificationQueue queue, NotificationFaults faults, TimeProvider clock)
{
    private const string Tenant = "5f2b1e52-3c0a-4d4e-9b59-6d1f0a7c2e11";

    /// <param name="change">created, updated or deleted.</param>
    /// <param name="folder">Where it happened.</param>
    public async Task TellAsync(GraphDocument message, string change, string? folder, CancellationToken cancellation)
    {
        foreach (var subscription in await LiveAsync(cancellation))
        {
            if (subscription.Wants(message.Mailbox, folder, change))
            {
                Post(subscription, Notification(subscription, message, change));
            }
        }
    }

    public void TellLifecycle(SubscriptionDocument subscription, string lifecycleEvent)
    {
        var notification = new JsonObject
        {
            ["subscriptionId"] = subscription.Id,
            ["subscriptionExpirationDateTime"] = GraphJson.Instant(subscription.ExpiresAt),
            ["tenantId"] = Tenant,
            ["clientState"] = subscription.ClientState,
            ["lifecycleEvent"] = lifecycleEvent,
        };
        queue.Post(subscription.LifecycleAddress, Envelope(notification));
    }

    public async Task<IReadOnlyList<SubscriptionDocument>> LiveAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return [.. (await store.AllAsync<SubscriptionDocument>(cancellation)).Where(subscription => subscription.IsLiveAt(now))];
    }

    private void Post(SubscriptionDocument subscription, JsonObject notification)
    {
        for (var times = faults.Take(); times > 0; times--)
        {
            queue.Post(subscription.NotificationUrl, Envelope((JsonObject)notification.DeepClone()));
        }
    }

    private static JsonObject Notification(SubscriptionDocument subscription, GraphDocument message, string change)
    {
        var id = message.IdFor(subscription.HasImmutableIds);
        var resource = $"Users/{message.Mailbox}/Messages/{id}";
        return new JsonObject
        {
            ["subscriptionId"] = subscription.Id,
            ["subscriptionExpirationDateTime"] = GraphJson.Instant(subscription.ExpiresAt),
            ["changeType"] = change,
            ["resource"] = resource,
            ["resourceData"] = new JsonObject
            {
                ["@odata.type"] = "#Microsoft.Graph.Message",
                ["@odata.id"] = resource,
                ["@odata.etag"] = GraphJson.Etag(message),
                ["id"] = id,
            },
            ["clientState"] = subscription.ClientState,
            ["tenantId"] = Tenant,
        };
    }

    private static JsonObject Envelope(JsonObject notification) => new() { ["value"] = new JsonArray(notification) };
}
