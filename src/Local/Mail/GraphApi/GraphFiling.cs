using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.GraphApi.Folders;
using TechPlan.Local.Mail.GraphApi.Subscriptions;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>Messages changed, marked, moved and deleted.</summary>
internal sealed class GraphFiling(GraphMailbox mailbox, GraphItems items, GraphFolders folders, NotificationDesk desk)
{
    public void Map(IEndpointRouteBuilder user)
    {
        user.MapPatch("/messages/{id}", ChangeAsync);
        user.MapPost("/messages/{id}/move", MoveToAsync);
        user.MapDelete("/messages/{id}", DeleteAsync);
    }

    /// <summary>Of a draft anything can be changed; of a mail that came in, only what its reader adds.</summary>
    private async Task<IResult> ChangeAsync(string user, string id, HttpRequest request)
    {
        if (await items.FindAsync(user, id, request) is not var (entry, message))
        {
            return GraphProblem.NotFound.ToResult();
        }

        if (await GraphBodies.ReadAsync<GraphMessage>(request) is not { } change)
        {
            return GraphProblem.NotJson.ToResult();
        }

        if (message.Incoming is not null)
        {
            return await MarkAsync(user, message, change, request);
        }

        var outcome = await mailbox.ChangeAsync(entry, message, change, request.HttpContext.RequestAborted);
        return outcome.Problem?.ToResult() ?? Answer(user, request, outcome.Message, StatusCodes.Status200OK);
    }

    private async Task<IResult> MarkAsync(string user, GraphDocument message, GraphMessage change, HttpRequest request)
    {
        var marked = await items.MarkAsync(message, change, request.HttpContext.RequestAborted);
        await TellAsync(marked, "updated", message, request);
        return Answer(user, request, marked, StatusCodes.Status200OK);
    }

    private async Task<IResult> MoveToAsync(string user, string id, HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await items.FindAsync(user, id, request) is not var (_, message))
        {
            return GraphProblem.NotFound.ToResult();
        }

        if (await GraphBodies.ReadAsync<MoveRequest>(request) is not { DestinationId: { } destination })
        {
            return GraphProblem.NotJson.ToResult();
        }

        if (await folders.FindAsync(user, destination, cancellation) is not { } folder)
        {
            return GraphProblem.NotFound.ToResult();
        }

        return message.Incoming is null
            ? GraphProblem.Refused("ErrorInvalidOperation", "This stand-in moves mail that came in, not mail that was written here.").ToResult()
            : await MoveAsync(user, message, folder, request);
    }

    private async Task<IResult> MoveAsync(string user, GraphDocument message, FolderName folder, HttpRequest request)
    {
        var moved = await items.MoveAsync(message, folder, request.HttpContext.RequestAborted);
        await TellAsync(moved, "deleted", message, request);
        await TellAsync(moved, "created", moved, request);
        return Answer(user, request, moved, StatusCodes.Status201Created);
    }

    private async Task<IResult> DeleteAsync(string user, string id, HttpRequest request)
    {
        if (await items.FindAsync(user, id, request) is not var (_, message))
        {
            return GraphProblem.NotFound.ToResult();
        }

        if (message.Incoming is null && !string.Equals(message.Mailbox, user, StringComparison.OrdinalIgnoreCase))
        {
            return GraphProblem.Refused("ErrorInvalidOperation", "This stand-in deletes from the mailbox that wrote a message, or that the app reads.").ToResult();
        }

        await TellAsync(await items.DeleteAsync(message, request.HttpContext.RequestAborted), "deleted", message, request);
        return Results.NoContent();
    }

    /// <param name="changed">The message as it is now; null when it was gone.</param>
    /// <param name="where">The message as it lay in the folder that the change is about.</param>
    private Task TellAsync(GraphDocument? changed, string change, GraphDocument? where, HttpRequest request) =>
        changed is null ? Task.CompletedTask : desk.TellAsync(changed, change, where?.Incoming?.Folder?.Key, request.HttpContext.RequestAborted);

    private static IResult Answer(string user, HttpRequest request, GraphDocument? message, int status) =>
        message is null ? GraphProblem.NotFound.ToResult() : Results.Json(GraphJson.Write(message, GraphView.Of(user, request)), statusCode: status);

    private sealed record MoveRequest
    {
        public string? DestinationId { get; init; }
    }
}
