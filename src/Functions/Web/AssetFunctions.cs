using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace TechPlan.Functions.Web;

/// <summary>Serves the stylesheet and the icon.</summary>
public sealed class AssetFunctions
{
    [Function("Asset")]
    public static IResult Asset(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "assets/{name}")] HttpRequest request, string name) =>
        SiteAssets.Find(name) is { } asset ? new AssetResult(asset) : Results.NotFound();

    /// <summary>Some clients ask for it whatever the page says; an empty answer spares a line in everybody's log.</summary>
    [Function("Favicon")]
    public static IResult Favicon([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "favicon.ico")] HttpRequest request) =>
        Results.NoContent();
}
