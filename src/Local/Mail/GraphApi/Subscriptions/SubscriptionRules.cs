using System.Text.RegularExpressions;

namespace TechPlan.Local.Mail.GraphApi.Subscriptions;

/// <summary>What Graph refuses of a subscription.</summary>
internal static partial class SubscriptionRules
{
    private const int LongestClientState = 128;
    private static readonly TimeSpan LongestLife = TimeSpan.FromMinutes(10_080);
    private static readonly string[] Changes = ["created", "updated", "deleted"];

    public static GraphProblem? Check(SubscriptionRequest request, DateTimeOffset now)
    {
        var changes = (request.ChangeType ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var wrong =
            changes.Length == 0 || changes.Except(Changes, StringComparer.OrdinalIgnoreCase).Any() ? "changeType is a list of created, updated, deleted."
            : Resource(request) is null ? "resource is users/{user}/messages or users/{user}/mailFolders/{folder}/messages."
            : !IsCallable(request.NotificationUrl) ? "notificationUrl must be an https address, or one of this machine."
            : request.LifecycleNotificationUrl is { } url && !IsCallable(url) ? "lifecycleNotificationUrl must be an https address, or one of this machine."
            : request.ClientState is { Length: > LongestClientState } ? $"clientState is at most {LongestClientState} letters long."
            : null;
        return wrong is null ? CheckExpiry(request.ExpirationDateTime, now) : Refused(wrong);
    }

    public static GraphProblem? CheckExpiry(DateTimeOffset? expiry, DateTimeOffset now) =>
        expiry is null ? Refused("expirationDateTime is missing.")
        : expiry <= now ? Refused("Subscription expiration must be in the future.")
        // A minute's grace: the client computed it before it asked.
        : expiry > now + LongestLife + TimeSpan.FromMinutes(1) ? Refused("Subscription expiration can only be 10080 minutes in the future.")
        : null;

    /// <summary>The mailbox and the folder that a resource names; the folder is null for the whole mailbox.</summary>
    public static (string Mailbox, string? Folder)? Resource(SubscriptionRequest request)
    {
        var resource = Shape().Match(request.Resource ?? "");
        return resource.Success
            ? (Uri.UnescapeDataString(resource.Groups["user"].Value), resource.Groups["folder"] is { Success: true, Value: var folder } ? Uri.UnescapeDataString(folder) : null)
            : null;
    }

    private static bool IsCallable(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));

    private static GraphProblem Refused(string message) => GraphProblem.Refused("InvalidRequest", message);

    [GeneratedRegex(
        @"^/?users/(?<user>[^/]{1,300})/(?:mailFolders(?:\('(?<folder>[^']{1,300})'\)|/(?<folder>[^/]{1,300}))/)?messages/?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Shape();
}
