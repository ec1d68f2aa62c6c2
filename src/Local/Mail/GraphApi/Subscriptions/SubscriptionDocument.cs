using System.Text.Json.Serialization;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi.Subscriptions;

/// <summary>Somebody who wants to be told of what happens in a mailbox.</summary>
/// <param name="Folder">The key of the one folder that it is about; null for the whole mailbox.</param>
/// <param name="HasImmutableIds">Whether its notifications name messages by ids that a move does not change.</param>
/// <param name="IsEnded">Deleted by its owner, or removed; kept, since the numbers of writes must never fall back.</param>
internal sealed record SubscriptionDocument(
    string Id,
    string Mailbox,
    string? Folder,
    string Resource,
    string ChangeType,
    string NotificationUrl,
    string? LifecycleNotificationUrl,
    string? ClientState,
    DateTimeOffset ExpiresAt,
    bool HasImmutableIds,
    bool IsEnded = false) : MailDocument(Id)
{
    [JsonIgnore]
    public string LifecycleAddress => LifecycleNotificationUrl ?? NotificationUrl;

    public bool IsLiveAt(DateTimeOffset now) => !IsEnded && ExpiresAt > now;

    /// <param name="change">created, updated or deleted.</param>
    public bool Wants(string mailbox, string? folder, string change) =>
        string.Equals(Mailbox, mailbox, StringComparison.OrdinalIgnoreCase)
        && (Folder is null || Folder == folder)
        && ChangeType.Split(',', StringSplitOptions.TrimEntries).Contains(change, StringComparer.OrdinalIgnoreCase);
}
