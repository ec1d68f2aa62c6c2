using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

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

        var content = Content();
        response.ContentLength = content.Length;
        // Not cut short by a sender who hangs up: what follows the answer is done for him all the same.
        await response.BodyWriter.WriteAsync(content, CancellationToken.None);
        if (then is not null)
        {
            await response.CompleteAsync();
            await RunRestAsync(then, httpContext.RequestServices);
        }
    }

    /// <summary>The sender has his answer, so a failure here must not become another one. What was recorded is found by the sweep.</summary>
    private static async Task RunRestAsync(Func<Task> rest, IServiceProvider services)
    {
        try
        {
            await rest();
        }
        catch (Exception e)
        {
            services.GetRequiredService<ILogger<ApiAnswer>>().LogError(e, "What follows the answer failed; the sweep will make up for it");
        }
    }

    /// <summary>The whole answer, so that its length is known before the first byte goes out.</summary>
    private ReadOnlyMemory<byte> Content()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Readable);
        writer.WriteStartObject();
        write(writer);
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }
}
