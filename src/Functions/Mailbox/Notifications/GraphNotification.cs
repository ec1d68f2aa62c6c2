using System.Text.Json;

namespace TechPlan.Functions.Mailbox.Notifications;

/// <summary>One thing that Graph tells of.</summary>
/// <param name="ClientState">The secret that we gave with the subscription.</param>
/// <param name="Message">The immutable id of a new message; null for what is about the subscription.</param>
/// <param name="Lifecycle">What happened to the subscription; null for a new message.</param>
internal sealed record GraphNotification(string ClientState, string? Message, string? Lifecycle)
{
    /// <summary>The ids that Graph gives are shorter.</summary>
    private const int LongestId = 400;

    /// <summary>Reads a notification's body; null when it is none. An item that says nothing of use is left out.</summary>
    public static IReadOnlyList<GraphNotification>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 16 });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("value", out var items) && items.ValueKind is JsonValueKind.Array
                ? [.. items.EnumerateArray().Select(Of).OfType<GraphNotification>()]
                : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static GraphNotification? Of(JsonElement item)
    {
        var lifecycle = Text(item, "lifecycleEvent");
        var message = item.ValueKind is JsonValueKind.Object && item.TryGetProperty("resourceData", out var data) ? Text(data, "id") : null;
        return Text(item, "clientState") is { } state && (lifecycle ?? message) is { Length: > 0 and <= LongestId }
            ? new GraphNotification(state, lifecycle is null ? message : null, lifecycle)
            : null;
    }

    private static string? Text(JsonElement item, string name) =>
        item.ValueKind is JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
