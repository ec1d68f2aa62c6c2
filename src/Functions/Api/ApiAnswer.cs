using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Api;

/// <summary>A JSON answer for programs, written member by member: the API has few shapes, and none of them needs reflection.</summary>
/// <param name="then">
/// What is done once the answer is on its way: the caller does not wait for it, but the function's run does, so that the host does not
/// take the process for idle before it is done.
/// </param>
internal sealed class ApiAnswer(
    int status, Action<Utf8JsonWriter> write, string contentType = ApiAnswer.Json, Uri? location = null, Func<Task>? then = null) : IResult
{
    internal const string Json = "application/json; charset=utf-8";

    /// <summary>The answer is never part of an HTML page, so quotation marks and names may stay as they are.</summary>
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal int Status => status;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.ContentType = contentType;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        if (location is not null)
        {
            response.Headers.Location = location.AbsoluteUri;
        }

        await WriteAsync(response);
        if (then is not null)
        {
            await response.CompleteAsync();
            await then();
        }
    }

    private async Task WriteAsync(HttpResponse response)
    {
        await using var writer = new Utf8JsonWriter(response.BodyWriter, Readable);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        await writer.FlushAsync(response.HttpContext.RequestAborted);
    }
}
