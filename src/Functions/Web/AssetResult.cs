using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Web;

/// <summary>An asset, to be kept for good only when it was asked for by the address that names its content.</summary>
public sealed class AssetResult(Asset asset) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var (request, response) = (httpContext.Request, httpContext.Response);
        var isCurrent = asset.Address.EndsWith($"?v={request.Query["v"]}", StringComparison.Ordinal);
        response.Headers.CacheControl = isCurrent ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentType = asset.ContentType;
        response.ContentLength = asset.Content.Length;
        return HttpMethods.IsHead(request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(asset.Content, httpContext.RequestAborted).AsTask();
    }
}
