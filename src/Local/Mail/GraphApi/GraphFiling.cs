using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.GraphApi.Folders;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>Messages changed, marked, moved and deleted.</summary>
internal sealed class GraphFiling(GraphMailbox mailbox, GraphItems items, GraphFolders folders)
{
    public void Map(IEndpointRouteBuilder user)
    {
        user.MapPatch("/messages/{id}", ChangeAsync);
        user.MapPost("/messages/{id}/move", MoveAsync);
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
            return Answer(user, request, await items.MarkAsync(message, change, request.HttpContext.RequestAborted), StatusCodes.Status200OK);
        }

        var outcome = await mailbox.ChangeAsync(entry, message, change, request.HttpContext.RequestAborted);
        return outcome.Problem?.ToResult() ?? Answer(user, request, outcome.Message, StatusCodes.Status200OK);
    }

    private async Task<IResult> MoveAsync(string user, string id, HttpRequest request)
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
            : Answer(user, request, await items.MoveAsync(message, folder, cancellation), StatusCodes.Status201Created);
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

        await items.DeleteAsync(message, request.HttpContext.RequestAborted);
        return Results.NoContent();
    }

    private static IResult Answer(string user, HttpRequest request, GraphDocument? message, int status) =>
        message is null ? GraphProblem.NotFound.ToResult() : Results.Json(GraphJson.Write(message, GraphView.Of(user, request)), statusCode: status);

    private sealed record MoveRequest
    {
        public string? DestinationId { get; init; }
    }
}
