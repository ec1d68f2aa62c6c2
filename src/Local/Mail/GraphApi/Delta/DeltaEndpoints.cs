using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using TechPlan.Local.Mail.GraphApi.Folders;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi.Delta;

/// <summary>
/// <c>/mailFolders/{folder}/messages/delta</c>: what has changed in a folder, round by round. <c>POST /local/mail/delta</c> with
/// <c>{"expire": 410}</c>, 400 or 404 makes every link given until then expire.
/// </summary>
internal sealed class DeltaEndpoints(GraphItems items, GraphFolders folders, MailStore store, DeltaState state)
{
    private const int UsualPage = 10;
    private const string NextName = "$skiptoken";
    private const string LaterName = "$deltatoken";

    public void Map(IEndpointRouteBuilder user)
    {
        // The SDK writes the function's parentheses, the documentation does not.
        user.MapGet("/mailFolders/{folder}/messages/delta", ReadAsync);
        user.MapGet("/mailFolders/{folder}/messages/delta()", ReadAsync);
    }

    public void MapExpiry(IEndpointRouteBuilder routes) => routes.MapPost("/local/mail/delta", ExpireAsync);

    private async Task<IResult> ReadAsync(string user, string folder, HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await folders.FindAsync(user, folder, cancellation) is not { } found)
        {
            return GraphProblem.NotFound.ToResult();
        }

        var (current, settled) = (await state.ReadAsync(cancellation), await store.SettledAsync(cancellation));
        var token = Token(request, current.Epoch);
        if (token is null || token.Epoch != current.Epoch || token.Since > settled)
        {
            return Expired(current.Status, request);
        }

        return Results.Json(await RoundAsync(user, found.Key, token with { UpTo = token.UpTo ?? settled }, request));
    }

    private async Task<JsonObject> RoundAsync(string user, string folder, DeltaToken token, HttpRequest request)
    {
        var preferences = GraphPreferences.Read(request);
        var changes = await items.ChangesAsync(user, (message, arrival) => DeltaChange.Of(message, arrival, folder, token), request.HttpContext.RequestAborted);
        var page = changes.Take(preferences.PageSize ?? UsualPage).ToList();
        var view = new GraphView(user, GraphQuery.Selecting(token.Select), preferences);
        var answer = new JsonObject { ["value"] = new JsonArray([.. page.Select(change => Write(change, view))]) };
        if (page.Count < changes.Count)
        {
            answer["@odata.nextLink"] = Link(request, NextName, token with { After = page[^1].At });
        }
        else
        {
            answer["@odata.deltaLink"] = Link(request, LaterName, token with { Since = token.UpTo!.Value, UpTo = null, After = 0 });
        }

        return answer;
    }

    private static JsonObject Write(DeltaChange change, GraphView view) => change.IsRemoved
        ? new JsonObject
        {
            ["@odata.type"] = "#microsoft.graph.message",
            ["id"] = change.Message.IdFor(view.Preferences.HasImmutableIds),
            ["@removed"] = new JsonObject { ["reason"] = "deleted" },
        }
        : GraphJson.Write(change.Message, view);

    /// <summary>A link holds all that its client first asked for; a request without one begins anew.</summary>
    private static DeltaToken? Token(HttpRequest request, int epoch)
    {
        var given = request.Query[NextName].ToString() is { Length: > 0 } next ? next : request.Query[LaterName].ToString();
        return given.Length > 0
            ? DeltaToken.Read(given)
            : new DeltaToken(epoch, Since: 0, UpTo: null, After: 0, request.Query["$select"].ToString(), string.Equals(request.Query["changeType"], "created", StringComparison.OrdinalIgnoreCase));
    }

    private static IResult Expired(int status, HttpRequest request)
    {
        if (status == StatusCodes.Status410Gone)
        {
            request.HttpContext.Response.Headers.Location = Address(request);
            return new GraphProblem(status, "SyncStateNotFound", "The sync state is gone; begin a new round at the address in Location.").ToResult();
        }

        return new GraphProblem(status, "syncStateNotFound", "The sync state generation is not found; continue with a full sync.").ToResult();
    }

    private async Task<IResult> ExpireAsync(Order order, CancellationToken cancellation)
    {
        if (order.Expire is not (StatusCodes.Status400BadRequest or StatusCodes.Status404NotFound or StatusCodes.Status410Gone))
        {
            return Results.Problem(title: "That cannot be done.", detail: "expire is 410, 400 or 404.", statusCode: StatusCodes.Status400BadRequest);
        }

        await state.ExpireAsync(order.Expire, cancellation);
        return Results.NoContent();
    }

    private static string Link(HttpRequest request, string name, DeltaToken token) => $"{Address(request)}?{Uri.EscapeDataString(name)}={token.Write()}";

    private static string Address(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.Path}";

    private sealed record Order(int Expire);
}
