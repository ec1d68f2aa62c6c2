using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.Faults;
using TechPlan.Local.Mail.GraphApi.Attachments;
using TechPlan.Local.Mail.GraphApi.Delta;
using TechPlan.Local.Mail.GraphApi.Folders;
using TechPlan.Local.Mail.GraphApi.Subscriptions;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary><c>/local/graph/v1.0</c>: the part of Microsoft Graph that reads, writes, sends and files mail.</summary>
internal sealed class GraphEndpoints(
    GraphGuard guard,
    GraphMailbox mailbox,
    GraphItems items,
    GraphReading reading,
    GraphFiling filing,
    FolderEndpoints folders,
    AttachmentEndpoints attachments,
    DeltaEndpoints delta,
    SubscriptionEndpoints subscriptions,
    MailFaults faults)
{
    public const string BasePath = "/local/graph/v1.0";

    public void Map(IEndpointRouteBuilder routes)
    {
        var user = routes.MapGroup(BasePath + "/users/{user}").AddEndpointFilter(guard.PassAsync);
        user.MapPost("/messages", DraftAsync);
        user.MapPost("/messages/{id}/createReply", DraftReplyAsync);
        user.MapPost("/messages/{id}/send", SendAsync);
        user.MapPost("/sendMail", SendNewAsync);
        reading.Map(user);
        filing.Map(user);
        folders.Map(user);
        attachments.Map(user);
        delta.Map(user);
        subscriptions.Map(routes.MapGroup(BasePath).AddEndpointFilter(guard.PassAsync));
    }

    private async Task<IResult> DraftAsync(string user, HttpRequest request)
    {
        if (await GraphBodies.ReadAsync<GraphMessage>(request) is not { } message)
        {
            return GraphProblem.NotJson.ToResult();
        }

        return Created(user, request, await mailbox.DraftAsync(user, message, request.HttpContext.RequestAborted));
    }

    private async Task<IResult> DraftReplyAsync(string user, string id, HttpRequest request)
    {
        if (await items.FindAsync(user, id, request) is not var (_, original))
        {
            return GraphProblem.NotFound.ToResult();
        }

        if (await GraphBodies.ReadAsync<ReplyRequest>(request) is not { } reply)
        {
            return GraphProblem.NotJson.ToResult();
        }

        return Created(user, request, await mailbox.DraftReplyAsync(user, original, reply.Message, reply.Comment, request.HttpContext.RequestAborted));
    }

    private async Task<IResult> SendAsync(string user, string id, HttpRequest request)
    {
        if (await items.FindAsync(user, id, request) is not var (entry, draft))
        {
            return GraphProblem.NotFound.ToResult();
        }

        if (faults.Take(Carriers.Graph, draft.Recipients) is { } fault)
        {
            return guard.Fail(fault, request.HttpContext);
        }

        var outcome = await mailbox.SendAsync(entry, draft, request.HttpContext.RequestAborted);
        return outcome.Problem?.ToResult() ?? Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private async Task<IResult> SendNewAsync(string user, HttpRequest request)
    {
        if (await GraphBodies.ReadAsync<SendRequest>(request) is not { Message: { } message })
        {
            return GraphProblem.NotJson.ToResult();
        }

        var recipients = (message.ToRecipients ?? []).Select(recipient => recipient.Address).OfType<string>();
        if (faults.Take(Carriers.Graph, recipients) is { } fault)
        {
            return guard.Fail(fault, request.HttpContext);
        }

        var outcome = await mailbox.SendNewAsync(user, message, request.HttpContext.RequestAborted);
        return outcome.Problem?.ToResult() ?? Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static IResult Created(string user, HttpRequest request, GraphOutcome outcome) =>
        outcome.Refused(out var problem, out var message)
            ? problem.ToResult()
            : Results.Json<JsonObject>(GraphJson.Write(message, GraphView.Of(user, request)), statusCode: StatusCodes.Status201Created);

    private sealed record ReplyRequest
    {
        public GraphMessage? Message { get; init; }

        public string? Comment { get; init; }
    }

    private sealed record SendRequest
    {
        public GraphMessage? Message { get; init; }
    }
}
