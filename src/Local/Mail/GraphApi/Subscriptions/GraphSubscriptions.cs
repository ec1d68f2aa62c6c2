using TechPlan.Local.Mail.GraphApi.Folders;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi.Subscriptions;

/// <summary>Subscriptions made, renewed and ended. One whose time has passed by the app's clock is gone.</summary>
internal sealed class GraphSubscriptions(MailStore store, GraphFolders folders, NotificationClient client, TimeProvider clock)
{
    public async Task<(SubscriptionDocument? Made, GraphProblem? Problem)> MakeAsync(SubscriptionRequest request, bool immutable, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (SubscriptionRules.Check(request, now) is { } problem)
        {
            return (null, problem);
        }

        var (mailbox, folderName) = SubscriptionRules.Resource(request)!.Value;
        var folder = folderName is null ? null : await folders.FindAsync(mailbox, folderName, cancellation);
        if (folderName is not null && folder is null)
        {
            return (null, GraphProblem.NotFound);
        }

        if (await ValidateAsync(request, cancellation) is { } invalid)
        {
            return (null, GraphProblem.Refused("ValidationError", $"Subscription validation request failed. {invalid}"));
        }

        var made = new SubscriptionDocument(
            MailIds.NewSubscription(now), mailbox, folder?.Key, request.Resource!, request.ChangeType!, request.NotificationUrl!,
            request.LifecycleNotificationUrl, request.ClientState, request.ExpirationDateTime!.Value.ToUniversalTime(), immutable);
        await store.AddAsync(made, cancellation);
        return (made, null);
    }

    public async Task<SubscriptionDocument?> FindAsync(string id, CancellationToken cancellation) =>
        (await OpenAsync(id, cancellation))?.Subscription;

    public Task<SubscriptionDocument?> RenewAsync(string id, DateTimeOffset expiry, CancellationToken cancellation) =>
        RewriteAsync(id, subscription => subscription with { ExpiresAt = expiry.ToUniversalTime() }, cancellation);

    public Task<SubscriptionDocument?> EndAsync(string id, CancellationToken cancellation) =>
        RewriteAsync(id, subscription => subscription with { IsEnded = true }, cancellation);

    private async Task<string?> ValidateAsync(SubscriptionRequest request, CancellationToken cancellation)
    {
        foreach (var address in new[] { request.NotificationUrl, request.LifecycleNotificationUrl }.OfType<string>().Distinct(StringComparer.Ordinal))
        {
            if (await client.ValidateAsync(address, cancellation) is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private async Task<SubscriptionDocument?> RewriteAsync(string id, Func<SubscriptionDocument, SubscriptionDocument> change, CancellationToken cancellation)
    {
        while (await OpenAsync(id, cancellation) is var (entry, seen))
        {
            var changed = change(seen);
            if (await store.ReplaceAsync(entry, changed, cancellation) is not SaveOutcome.Changed)
            {
                return changed;
            }
        }

        return null;
    }

    private async Task<(MailEntry Entry, SubscriptionDocument Subscription)?> OpenAsync(string id, CancellationToken cancellation) =>
        await store.FindAsync(id, cancellation) is { } entry && entry.Is<SubscriptionDocument>()
        && (SubscriptionDocument)entry.Open() is var subscription && subscription.IsLiveAt(clock.GetUtcNow())
            ? (entry, subscription)
            : null;
}
