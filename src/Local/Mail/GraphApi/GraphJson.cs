using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using TechPlan.Local.Mail.GraphApi.Folders;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>Messages as Graph writes them.</summary>
internal static class GraphJson
{
    /// <summary>What Graph leaves out unless it is asked for by $select or $expand.</summary>
    private static readonly string[] OnlyOnRequest = ["internetMessageHeaders", "singleValueExtendedProperties"];

    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static JsonObject Write(GraphDocument document, GraphView view)
    {
        var json = JsonSerializer.SerializeToNode(document.Message, Options)!.AsObject();
        json["@odata.etag"] = Etag(document);
        json["id"] = document.IdFor(view.Preferences.HasImmutableIds);
        json["createdDateTime"] = Instant(document.CreatedAt);
        json["lastModifiedDateTime"] = Instant(document.ChangedAt);
        json["receivedDateTime"] = Instant(document.ReceivedAt);
        json["sentDateTime"] = Instant(document.SentAt ?? document.CreatedAt);
        json["conversationId"] = document.ConversationId;
        json["internetMessageId"] = document.InternetMessageId;
        json["isDraft"] = document.IsDraft;
        json["isRead"] = document.Incoming?.IsRead ?? document.FolderIn(view.Mailbox) is not "inbox";
        json["parentFolderId"] = document.FolderIn(view.Mailbox) is { } folder ? FolderIds.Of(view.Mailbox, folder) : null;
        json["hasAttachments"] = document.Incoming is { } incoming
            ? incoming.Attachments.Any(file => !file.IsInline)
            : json["attachments"] is JsonArray { Count: > 0 };
        json["bodyPreview"] = Preview(document.Message.Body);
        json["body"] = Body(document.Message.Body, view.Preferences);
        json["from"] ??= Sender(document);
        json["sender"] ??= json["from"]!.DeepClone();
        Trim(json, view.Query.Named, view.Query.HasSelect);
        return json;
    }

    public static string Etag(GraphDocument document) =>
        string.Create(CultureInfo.InvariantCulture, $"W/\"{document.Id}.{document.ChangedAt.UtcTicks}\"");

    private static JsonNode? Body(GraphBody? body, GraphPreferences preferences) => JsonSerializer.SerializeToNode(
        preferences.WantsText && body is { IsHtml: true, Content: { } html } ? new GraphBody("text", MailContent.TextOf(html)) : body,
        Options);

    private static void Trim(JsonObject json, IReadOnlySet<string> named, bool selected)
    {
        var unwanted = json.Select(member => member.Key)
            .Where(name => !named.Contains(name) && (selected ? name is not ("id" or "@odata.etag") : OnlyOnRequest.Contains(name)))
            .ToList();
        unwanted.ForEach(name => json.Remove(name));
    }

    private static JsonObject Sender(GraphDocument document) =>
        new() { ["emailAddress"] = new JsonObject { ["name"] = document.Sender, ["address"] = document.Sender } };

    private static string Preview(GraphBody? body)
    {
        var text = body is { IsHtml: true, Content: { } html } ? MailContent.TextOf(html) : body?.Content ?? "";
        return text.Length > 255 ? text[..255] : text;
    }

    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
