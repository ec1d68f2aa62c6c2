using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Api;

/// <summary>Reads a request's body as it came, up to a limit.</summary>
internal static class RequestBody
{
    /// <summary>The bytes; null as soon as there are more than <paramref name="limit"/>, however much is still to come.</summary>
    internal static async Task<byte[]?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellation)
    {
        if (request.ContentLength > limit)
        {
            return null;
        }

        using var content = new MemoryStream((int)(request.ContentLength ?? 4096));
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (content.Length + read > limit)
            {
                return null;
            }

            content.Write(buffer, 0, read);
        }

        return content.ToArray();
    }

    /// <summary>Whether the request says that its body is of this media type.</summary>
    internal static bool IsOf(this HttpRequest request, string mediaType) =>
        request.GetTypedHeaders().ContentType is { MediaType.Value: { } value } && string.Equals(value, mediaType, StringComparison.OrdinalIgnoreCase);
}
