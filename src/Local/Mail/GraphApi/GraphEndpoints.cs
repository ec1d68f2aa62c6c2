using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.Faults;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary><c>/local/graph/v1.0</c>: the part of Microsoft Graph that writes, sends and finds mail.</summary>
internal sealed class GraphEndpoints(GraphMailbox mailbox, GraphReading reading, MailFaults faults)
{
    public const string BasePath = "/local/graph/v1.0";
    private const string ImmutableIds = "IdType=\"ImmutableId\"";

    public void Map(IEndpointRouteBuilder routes)
    {
        var user = routes.MapGroup(BasePath + "/users/{user}").AddEndpointFilter(GuardAsync);
        user.MapPost("/messages", DraftAsync);
        reading.Map(user);
        user.MapPatch("/messages/{id}", ChangeAsync);
        user.MapPost("/messages/{id}/createReply", DraftReplyAsync);
        user.MapPost("/messages/{id}/send", SendAsync);
        user.MapPost("/sendMail", SendNewAsync);
    }

    private async ValueTask<object?> GuardAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Request.Headers.Authorization.ToString() is { Length: > 0 } token && !IsBearer(token))
        {
            return GraphProblem.NoToken.ToResult();
        }

        if (http.Request.Headers["Prefer"].ToString().Contains(ImmutableIds, StringComparison.OrdinalIgnoreCase))
        {
            http.Response.Headers["Preference-Applied"] = ImmutableIds;
        }

        return faults.Take(Carriers.Graph) is { } fault ? Fail(fault, http) : await next(context);
    }

    private async Task<IResult> DraftAsync(string user, HttpRequest request)
    {
        if (await ReadBodyAsync<GraphMessage>(request) is not { } message)
        {
            return GraphProblem.NotJson.ToResult();
        }

        return Created(user, await mailbox.DraftAsync(user, message, request.HttpContext.RequestAborted));
    }

    private async Task<IResult> DraftReplyAsync(string user, string id, HttpRequest request)
    {
        if (await mailbox.FindAsync(user, id, request.HttpContext.RequestAborted) is not var (_, original))
        {
            return GraphProblem.NotFound.ToResult();
        }

        if (await ReadBodyAsync<ReplyRequest>(request) is not { } reply)
        {
            return GraphProblem.NotJson.ToResult();
        }

        return Created(user, await mailbox.DraftReplyAsync(user, original, reply.Message, reply.Comment, request.HttpContext.RequestAborted));
    }

    private async Task<IResult> ChangeAsync(string user, string id, HttpRequest request)
    {
        if (await mailbox.FindAsync(user, id, request.HttpContext.RequestAborted) is not var (entry, draft))
        {
            return GraphProblem.NotFound.ToResult();
        }

        if (await ReadBodyAsync<GraphMessage>(request) is not { } change)
        {
            return GraphProblem.NotJson.ToResult();
        }

        var outcome = await mailbox.ChangeAsync(entry, draft, change, request.HttpContext.RequestAborted);
        return outcome.Refused(out var problem, out var changed) ? problem.ToResult() : Results.Json(Write(changed, user));
    }

    private async Task<IResult> SendAsync(string user, string id, HttpRequest request)
    {
        if (await mailbox.FindAsync(user, id, request.HttpContext.RequestAborted) is not var (entry, draft))
        {
            return GraphProblem.NotFound.ToResult();
        }

        if (faults.Take(Carriers.Graph, draft.Recipients) is { } fault)
        {
            return Fail(fault, request.HttpContext);
        }

        var outcome = await mailbox.SendAsync(entry, draft, request.HttpContext.RequestAborted);
        return outcome.Problem?.ToResult() ?? Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private async Task<IResult> SendNewAsync(string user, HttpRequest request)
    {
        if (await ReadBodyAsync<SendRequest>(request) is not { Message: { } message })
        {
            return GraphProblem.NotJson.ToResult();
        }

        var recipients = (message.ToRecipients ?? []).Select(recipient => recipient.Address).OfType<string>();
        if (faults.Take(Carriers.Graph, recipients) is { } fault)
        {
            return Fail(fault, request.HttpContext);
        }

        var outcome = await mailbox.SendNewAsync(user, message, request.HttpContext.RequestAborted);
        return outcome.Problem?.ToResult() ?? Results.StatusCode(StatusCodes.Status202Accepted);
    }

    private static IResult Created(string user, GraphOutcome outcome) =>
        outcome.Refused(out var problem, out var message)
            ? problem.ToResult()
            : Results.Json(Write(message, user), statusCode: StatusCodes.Status201Created);

    private static JsonObject Write(GraphDocument message, string user) =>
        GraphJson.Write(message, user, new HashSet<string>(), selected: false);

    private static IResult Fail(MailFault fault, HttpContext http)
    {
        if (fault.RetryAfterSeconds is { } seconds)
        {
            http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        }

        return GraphProblem.Fault(fault.Status).ToResult();
    }

    private static bool IsBearer(string header) =>
        header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) && header.Length > "Bearer ".Length;

    private static async Task<T?> ReadBodyAsync<T>(HttpRequest request)
        where T : class, new()
    {
        if (request.ContentLength is 0)
        {
            return new T();
        }

        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, GraphJson.Options, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

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
