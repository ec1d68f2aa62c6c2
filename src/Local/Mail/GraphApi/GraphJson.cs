using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

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

    /// <param name="mailbox">Whose view of the message it is; it settles the folder.</param>
    /// <param name="named">The members named in $select and $expand; none stands for the usual ones.</param>
    public static JsonObject Write(GraphDocument document, string mailbox, IReadOnlySet<string> named, bool selected)
    {
        var json = JsonSerializer.SerializeToNode(document.Message, Options)!.AsObject();
        json["id"] = document.Id;
        json["createdDateTime"] = Instant(document.CreatedAt);
        json["lastModifiedDateTime"] = Instant(document.ChangedAt);
        json["receivedDateTime"] = Instant(document.SentAt ?? document.CreatedAt);
        json["sentDateTime"] = Instant(document.SentAt ?? document.CreatedAt);
        json["conversationId"] = document.ConversationId;
        json["internetMessageId"] = document.InternetMessageId;
        json["isDraft"] = document.IsDraft;
        json["isRead"] = document.FolderIn(mailbox) is not "inbox";
        json["parentFolderId"] = document.FolderIn(mailbox);
        json["bodyPreview"] = Preview(document.Message.Body);
        json["from"] ??= Sender(document);
        json["sender"] ??= Sender(document);
        Trim(json, named, selected);
        return json;
    }

    private static void Trim(JsonObject json, IReadOnlySet<string> named, bool selected)
    {
        var unwanted = json.Select(member => member.Key)
            .Where(name => !named.Contains(name) && (selected ? name is not "id" : OnlyOnRequest.Contains(name)))
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

    private static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
