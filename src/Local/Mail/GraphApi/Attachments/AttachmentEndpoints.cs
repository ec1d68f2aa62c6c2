using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.Delivery;

namespace TechPlan.Local.Mail.GraphApi.Attachments;

/// <summary>The files of mails that came in: listed, read as JSON, read as they are.</summary>
internal sealed class AttachmentEndpoints(GraphItems items, IncomingContent contents)
{
    public void Map(IEndpointRouteBuilder user)
    {
        user.MapGet("/messages/{id}/attachments", ListAsync);
        user.MapGet("/messages/{id}/attachments/{attachment}", ReadAsync);
        user.MapGet("/messages/{id}/attachments/{attachment}/$value", ReadContentAsync);
    }

    private async Task<IResult> ListAsync(string user, string id, HttpRequest request)
    {
        if (await items.FindAsync(user, id, request) is not var (_, message))
        {
            return GraphProblem.NotFound.ToResult();
        }

        var files = message.Incoming?.Attachments ?? [];
        var shape = AttachmentShape.Read(request.Query);
        // Reading the mail again for every page of names would be waste.
        var mail = files.Any(shape.ShowsContent) ? await contents.ReadMailAsync(message, request.HttpContext.RequestAborted) : null;
        var written = files.Select(file => shape.Write(message, file, mail?.Files[file.Place].Part));
        return Results.Json(new JsonObject { ["value"] = new JsonArray([.. written]) });
    }

    private async Task<IResult> ReadAsync(string user, string id, string attachment, HttpRequest request)
    {
        if (await items.FindAsync(user, id, request) is not var (_, message) || message.FileOf(attachment) is not { } file)
        {
            return GraphProblem.NotFound.ToResult();
        }

        var mail = await contents.ReadMailAsync(message, request.HttpContext.RequestAborted);
        return Results.Json(AttachmentShape.Read(request.Query).Write(message, file, mail?.Files[file.Place].Part, isAlone: true));
    }

    private async Task<IResult> ReadContentAsync(string user, string id, string attachment, HttpRequest request)
    {
        if (await items.FindAsync(user, id, request) is not var (_, message) || message.FileOf(attachment) is not { } file)
        {
            return GraphProblem.NotFound.ToResult();
        }

        if (file.Kind is GraphAttachmentKind.Reference)
        {
            return GraphProblem.NoContent.ToResult();
        }

        return await contents.ReadFileAsync(message, file, request.HttpContext.RequestAborted) is { } content
            ? Results.Bytes(content, "application/octet-stream")
            : GraphProblem.NotFound.ToResult();
    }
}
