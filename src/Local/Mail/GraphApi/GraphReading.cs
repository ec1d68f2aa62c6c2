using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.Delivery;
using TechPlan.Local.Mail.GraphApi.Folders;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>The look-ups of a mailbox: one message, or those that a filter finds, a page at a time.</summary>
internal sealed class GraphReading(GraphItems items, GraphFolders folders, IncomingContent contents)
{
    public void Map(IEndpointRouteBuilder user)
    {
        user.MapGet("/messages", (string user, HttpRequest request) => ListAsync(user, isWanted: null, request));
        user.MapGet("/mailFolders/{folder}/messages", ListFolderAsync);
        user.MapGet("/messages/{id}", ReadAsync);
        user.MapGet("/messages/{id}/$value", ReadMimeAsync);
    }

    private async Task<IResult> ReadAsync(string user, string id, HttpRequest request)
    {
        if (await items.FindAsync(user, id, request) is not var (_, message))
        {
            return GraphProblem.NotFound.ToResult();
        }

        if (!GraphQuery.TryRead(request.Query, out var query))
        {
            return BadQuery();
        }

        var whole = await contents.WithWholeBodyAsync(message, request.HttpContext.RequestAborted);
        return Results.Json(GraphJson.Write(whole, new GraphView(user, query, GraphPreferences.Read(request))));
    }

    private async Task<IResult> ReadMimeAsync(string user, string id, HttpRequest request) =>
        await items.FindAsync(user, id, request) is var (_, message) && await contents.ReadAsync(message, request.HttpContext.RequestAborted) is { } mime
            ? Results.Bytes(mime, "text/plain")
            : GraphProblem.NotFound.ToResult();

    private async Task<IResult> ListFolderAsync(string user, string folder, HttpRequest request) =>
        await folders.FindAsync(user, folder, request.HttpContext.RequestAborted) is { } found
            ? await ListAsync(user, message => message.FolderIn(user) == found.Key, request)
            : GraphProblem.NotFound.ToResult();

    private async Task<IResult> ListAsync(string user, Func<GraphDocument, bool>? isWanted, HttpRequest request)
    {
        if (!GraphQuery.TryRead(request.Query, out var query))
        {
            return BadQuery();
        }

        var all = await items.ListAsync(user, query.Filter, request.HttpContext.RequestAborted);
        var here = all.Where(isWanted ?? (_ => true)).ToList();
        var view = new GraphView(user, query, GraphPreferences.Read(request));
        var page = here.Skip(query.Skip).Take(query.Top).Select(message => GraphJson.Write(message, view));
        var answer = new JsonObject { ["value"] = new JsonArray([.. page]) };
        if (query.Skip + query.Top < here.Count)
        {
            answer["@odata.nextLink"] = NextLink(request, query);
        }

        return Results.Json(answer);
    }

    private static string NextLink(HttpRequest request, GraphQuery query)
    {
        var options = request.Query.Where(option => option.Key is not "$skip").Select(option => KeyValuePair.Create(option.Key, option.Value.ToString()));
        var skip = KeyValuePair.Create("$skip", (query.Skip + query.Top).ToString(CultureInfo.InvariantCulture));
        return $"{request.Scheme}://{request.Host}{request.Path}{QueryString.Create([.. options!, skip!])}";
    }

    private static IResult BadQuery() =>
        GraphProblem.Refused("ErrorInvalidUrlQuery", "This stand-in does not understand the query; it takes $filter by extended property, conversationId, internetMessageId, isDraft, isRead or receivedDateTime, and $select, $expand, $top, $skip.").ToResult();
}
