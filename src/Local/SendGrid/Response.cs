using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace SendGrid;

/// <summary>SendGrid's answer, whether it accepted the request or not.</summary>
public class Response
{
    public Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
    {
        StatusCode = statusCode;
        Body = responseBody;
        Headers = responseHeaders;
    }

    public HttpStatusCode StatusCode { get; set; }

    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    public HttpContent Body { get; set; }

    public HttpResponseHeaders Headers { get; set; }

    /// <returns>The members of the JSON object in the body; empty when there is no body.</returns>
    public virtual async Task<Dictionary<string, object>> DeserializeResponseBodyAsync(HttpContent? content = null)
    {
        var text = await (content ?? Body).ReadAsStringAsync();
        return string.IsNullOrEmpty(text) ? [] : JsonSerializer.Deserialize<Dictionary<string, object>>(text) ?? [];
    }

    /// <returns>The first value of each header.</returns>
    public virtual Dictionary<string, string> DeserializeResponseHeaders(HttpResponseHeaders? headers = null) =>
        (headers ?? Headers).ToDictionary(header => header.Key, header => header.Value.First(), StringComparer.Ordinal);
}
