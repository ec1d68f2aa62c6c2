namespace TechPlan.Local.Mail.GraphApi.Subscriptions;

/// <summary>What a client writes of a subscription.</summary>
internal sealed record SubscriptionRequest
{
    public string? ChangeType { get; init; }

    public string? Resource { get; init; }

    public string? NotificationUrl { get; init; }

    public string? LifecycleNotificationUrl { get; init; }

    public string? ClientState { get; init; }

    public DateTimeOffset? ExpirationDateTime { get; init; }
}
