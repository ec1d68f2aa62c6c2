using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace TechPlan.Local.Mail.GraphApi.Folders;

/// <summary><c>/mailFolders</c>: folders found, listed and made. Folders within folders are not part of this stand-in.</summary>
internal sealed partial class FolderEndpoints(GraphFolders folders, GraphItems items)
{
    private const int LongestName = 255;

    public void Map(IEndpointRouteBuilder user)
    {
        user.MapGet("/mailFolders", ListAsync);
        user.MapPost("/mailFolders", MakeAsync);
        user.MapGet("/mailFolders/{folder}", ReadAsync);
    }

    private async Task<IResult> ListAsync(string user, HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        var name = request.Query["$filter"].ToString() is { Length: > 0 } filter ? ByName().Match(filter) : null;
        if (name is { Success: false })
        {
            return GraphProblem.Refused("ErrorInvalidUrlQuery", "This stand-in filters folders by displayName eq '...' only.").ToResult();
        }

        var wanted = name?.Groups["name"].Value.Replace("''", "'", StringComparison.Ordinal);
        var found = (await folders.ListAsync(user, cancellation))
            .Where(folder => wanted is null || string.Equals(folder.Name, wanted, StringComparison.OrdinalIgnoreCase));
        var listed = await WriteAsync(user, [.. found], cancellation);
        return Results.Json(new JsonObject { ["value"] = new JsonArray([.. listed]) });
    }

    private async Task<IResult> ReadAsync(string user, string folder, CancellationToken cancellation) =>
        await folders.FindAsync(user, folder, cancellation) is { } found
            ? Results.Json((await WriteAsync(user, [found], cancellation))[0])
            : GraphProblem.NotFound.ToResult();

    private async Task<IResult> MakeAsync(string user, HttpRequest request)
    {
        var cancellation = request.HttpContext.RequestAborted;
        if (await GraphBodies.ReadAsync<NewFolder>(request) is not { DisplayName: { } name } || string.IsNullOrWhiteSpace(name) || name.Length > LongestName)
        {
            return GraphProblem.Refused("ErrorInvalidRequest", $"A folder needs a displayName of at most {LongestName} letters.").ToResult();
        }

        return await folders.MakeAsync(user, name, cancellation) is { } made
            ? Results.Json((await WriteAsync(user, [made], cancellation))[0], statusCode: StatusCodes.Status201Created)
            : GraphProblem.FolderExists.ToResult();
    }

    private async Task<IReadOnlyList<JsonObject>> WriteAsync(string user, IReadOnlyList<FolderName> found, CancellationToken cancellation)
    {
        var messages = await items.ListAsync(user, GraphFilter.Everything, cancellation);
        return [.. found.Select(folder => Write(user, folder, [.. messages.Where(message => message.FolderIn(user) == folder.Key)]))];
    }

    private static JsonObject Write(string user, FolderName folder, List<GraphDocument> messages) => new()
    {
        ["id"] = FolderIds.Of(user, folder.Key),
        ["displayName"] = folder.Name,
        ["childFolderCount"] = 0,
        ["unreadItemCount"] = messages.Count(message => message.Incoming is { IsRead: false }),
        ["totalItemCount"] = messages.Count,
        ["isHidden"] = false,
    };

    private sealed record NewFolder
    {
        public string? DisplayName { get; init; }
    }

    [GeneratedRegex(@"^\s*displayName\s+eq\s+'(?<name>(?:[^']|'')*)'\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 2000)]
    private static partial Regex ByName();
}
