using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Functions.Tests.Support;

/// <summary>Requests and answers without a server.</summary>
internal static class Http
{
    internal static HttpRequest Request(byte[] body, string contentType, IHeaderDictionary? headers = null)
    {
        var request = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() }.Request;
        foreach (var header in headers ?? new HeaderDictionary())
        {
            request.Headers[header.Key] = header.Value;
        }

        request.ContentType = contentType;
        request.Body = new MemoryStream(body);
        return request;
    }

    /// <summary>What an answer sends.</summary>
    internal static async Task<(int Status, JsonNode? Json, IHeaderDictionary Headers)> SendAsync(this IResult result)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        await context.Response.BodyWriter.FlushAsync();
        return (context.Response.StatusCode, body.Length == 0 ? null : JsonNode.Parse(body.ToArray()), context.Response.Headers);
    }
}
