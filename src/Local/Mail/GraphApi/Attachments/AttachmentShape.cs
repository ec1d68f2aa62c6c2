using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TechPlan.Local.Mail.Mime;

namespace TechPlan.Local.Mail.GraphApi.Attachments;

/// <summary>Attachments as Graph writes them, with the members that $select names.</summary>
internal sealed class AttachmentShape(IReadOnlySet<string> named)
{
    /// <summary>A list holds the bytes of files up to this size; larger ones are read one by one.</summary>
    private const int LargestInList = 3 * 1024 * 1024;

    public static AttachmentShape Read(IQueryCollection query) => new(
        query["$select"].ToString()
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            // Members of one kind only are named with their type before them.
            .Select(name => name[(name.LastIndexOf('/') + 1)..])
            .ToHashSet(StringComparer.OrdinalIgnoreCase));

    public bool ShowsContent(GraphAttachment file) =>
        file.Kind is GraphAttachmentKind.File && file.Size <= LargestInList && (named.Count == 0 || named.Contains("contentBytes"));

    /// <param name="isAlone">Asked for by its id, not in a list.</param>
    public JsonObject Write(GraphDocument message, GraphAttachment file, MimePart? part, bool isAlone = false)
    {
        var json = new JsonObject
        {
            ["@odata.type"] = TypeOf(file),
            ["id"] = file.Id,
            ["lastModifiedDateTime"] = GraphJson.Instant(message.CreatedAt),
            ["name"] = file.Name,
            ["contentType"] = file.Kind is GraphAttachmentKind.Item ? null : file.ContentType,
            ["size"] = file.Size,
            ["isInline"] = file.IsInline,
        };
        AddOwn(json, file);
        Select(json);
        if (part is not null && (ShowsContent(file) || (isAlone && file.Kind is GraphAttachmentKind.File && named.Count == 0)))
        {
            json["contentBytes"] = Convert.ToBase64String(part.Content().Span);
        }

        return json;
    }

    private static string TypeOf(GraphAttachment file) => file.Kind switch
    {
        GraphAttachmentKind.File => "#microsoft.graph.fileAttachment",
        GraphAttachmentKind.Item => "#microsoft.graph.itemAttachment",
        GraphAttachmentKind.Reference => "#microsoft.graph.referenceAttachment",
    };

    private static void AddOwn(JsonObject json, GraphAttachment file)
    {
        if (file.Kind is GraphAttachmentKind.File)
        {
            json["contentId"] = file.ContentId;
        }
        else if (file.Kind is GraphAttachmentKind.Reference)
        {
            json["sourceUrl"] = file.Address;
        }
    }

    private void Select(JsonObject json)
    {
        var unwanted = json.Select(member => member.Key)
            .Where(name => named.Count > 0 && !named.Contains(name) && name is not ("@odata.type" or "id"))
            .ToList();
        unwanted.ForEach(name => json.Remove(name));
    }
}
