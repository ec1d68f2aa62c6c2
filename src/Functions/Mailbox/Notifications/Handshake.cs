using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Mailbox.Notifications;

/// <summary>Graph's question whether an address is ours to be notified at, and the answer: its own token, and nothing else.</summary>
internal sealed class Handshake(string token) : IResult
{
    /// <summary>Graph's tokens are shorter.</summary>
    private const int LongestToken = 4096;

    /// <summary>The answer; null when the request asks no such thing.</summary>
    public static IResult? For(HttpRequest request) => !request.Query.TryGetValue("validationToken", out var values) ? null
        : values is [{ Length: > 0 and <= LongestToken } token] ? new Handshake(token)
        : Results.BadRequest();

    /// <summary>Whoever sends it, a browser never takes it for a page.</summary>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/plain";
        httpContext.Response.Headers.XContentTypeOptions = "nosniff";
        httpContext.Response.Headers.CacheControl = "no-store";
        return httpContext.Response.WriteAsync(token, httpContext.RequestAborted);
    }
}
