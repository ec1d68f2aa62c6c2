using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.Faults;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary><c>/local/graph/v1.0</c>: the part of Microsoft Graph that writes, sends and finds mail.</summary>
internal sealed class GraphEndpoints(GraphMailbox mailbox, MailStore store, MailFaults faults)
{
    public const string BasePath = "/local/graph/v1.0";
    private const string ImmutableIds = "IdType=\"ImmutableId\"";

    public void Map(IEndpointRouteBuilder routes)
    {
        var user = routes.MapGroup(BasePath + "/users/{user}").AddEndpointFilter(GuardAsync);
        user.MapPost("/messages", DraftAsync);
        user.MapGet("/messages", (string user, HttpRequest request) => ListAsync(user, folder: null, request));
        user.MapGet("/mailFolders/{folder}/messages", ListAsync);
        user.MapGet("/messages/{id}", ReadAsync);
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
        if (await OpenAsync(user, id, request) is not var (_, original))
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
        if (await OpenAsync(user, id, request) is not var (entry, draft))
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
        if (await OpenAsync(user, id, request) is not var (entry, draft))
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

    private async Task<IResult> ReadAsync(string user, string id, HttpRequest request)
    {
        if (await OpenAsync(user, id, request) is not var (_, message))
        {
            return GraphProblem.NotFound.ToResult();
        }

        return GraphQuery.TryRead(request.Query, out var query)
            ? Results.Json(GraphJson.Write(message, user, query.Named, query.HasSelect))
            : BadQuery();
    }

    private async Task<IResult> ListAsync(string user, string? folder, HttpRequest request)
    {
        if (!GraphQuery.TryRead(request.Query, out var query))
        {
            return BadQuery();
        }

        var all = await mailbox.ListAsync(user, query.Filter, request.HttpContext.RequestAborted);
        var here = all.Where(message => folder is null || string.Equals(message.FolderIn(user), folder, StringComparison.OrdinalIgnoreCase)).ToList();
        var page = here.Skip(query.Skip).Take(query.Top).Select(message => GraphJson.Write(message, user, query.Named, query.HasSelect));
        var answer = new JsonObject { ["value"] = new JsonArray([.. page]) };
        if (query.Skip + query.Top < here.Count)
        {
            answer["@odata.nextLink"] = NextLink(request, query);
        }

        return Results.Json(answer);
    }

    /// <summary>The message, if it is in this mailbox.</summary>
    private async Task<(MailEntry Entry, GraphDocument Message)?> OpenAsync(string user, string id, HttpRequest request)
    {
        var entry = await store.FindAsync(id, request.HttpContext.RequestAborted);
        return entry?.Open() is GraphDocument message && message.FolderIn(user) is not null ? (entry, message) : null;
    }

    private static IResult Created(string user, GraphOutcome outcome) =>
        outcome.Refused(out var problem, out var message)
            ? problem.ToResult()
            : Results.Json(Write(message, user), statusCode: StatusCodes.Status201Created);

    private static JsonObject Write(GraphDocument message, string user) =>
        GraphJson.Write(message, user, new HashSet<string>(), selected: false);

    private static string NextLink(HttpRequest request, GraphQuery query)
    {
        var options = request.Query.Where(option => option.Key is not "$skip").Select(option => KeyValuePair.Create(option.Key, option.Value.ToString()));
        var skip = KeyValuePair.Create("$skip", (query.Skip + query.Top).ToString(CultureInfo.InvariantCulture));
        return $"{request.Scheme}://{request.Host}{request.Path}{QueryString.Create([.. options!, skip!])}";
    }

    private static IResult BadQuery() =>
        GraphProblem.Refused("ErrorInvalidUrlQuery", "This stand-in does not understand the query; it takes $filter by extended property, conversationId, internetMessageId or isDraft, and $select, $expand, $top, $skip.").ToResult();

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
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(request.Body, GraphJson.Options, request.HttpContext.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private sealed record ReplyRequest(GraphMessage? Message, string? Comment);

    private sealed record SendRequest(GraphMessage? Message);
}
