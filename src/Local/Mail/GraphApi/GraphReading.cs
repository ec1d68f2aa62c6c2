using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>The look-ups of a mailbox: one message, or those that a filter finds, a page at a time.</summary>
internal sealed class GraphReading(GraphMailbox mailbox)
{
    public void Map(IEndpointRouteBuilder user)
    {
        user.MapGet("/messages", (string user, HttpRequest request) => ListAsync(user, folder: null, request));
        user.MapGet("/mailFolders/{folder}/messages", ListAsync);
        user.MapGet("/messages/{id}", ReadAsync);
    }

    private async Task<IResult> ReadAsync(string user, string id, HttpRequest request)
    {
        if (await mailbox.FindAsync(user, id, request.HttpContext.RequestAborted) is not var (_, message))
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

    private static string NextLink(HttpRequest request, GraphQuery query)
    {
        var options = request.Query.Where(option => option.Key is not "$skip").Select(option => KeyValuePair.Create(option.Key, option.Value.ToString()));
        var skip = KeyValuePair.Create("$skip", (query.Skip + query.Top).ToString(CultureInfo.InvariantCulture));
        return $"{request.Scheme}://{request.Host}{request.Path}{QueryString.Create([.. options!, skip!])}";
    }

    private static IResult BadQuery() =>
        GraphProblem.Refused("ErrorInvalidUrlQuery", "This stand-in does not understand the query; it takes $filter by extended property, conversationId, internetMessageId or isDraft, and $select, $expand, $top, $skip.").ToResult();
}
