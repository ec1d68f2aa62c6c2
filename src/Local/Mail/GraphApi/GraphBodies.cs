using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>The JSON that requests carry.</summary>
internal static class GraphBodies
{
    /// <returns>An empty <typeparamref name="T"/> for an empty body; null when the body is something else.</returns>
    public static async Task<T?> ReadAsync<T>(HttpRequest request)
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
}
