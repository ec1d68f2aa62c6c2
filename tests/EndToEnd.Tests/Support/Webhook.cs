using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>Sends requests as the district's form does, signed per the Standard Webhooks specification.</summary>
internal sealed class Webhook(RunningApp app)
{
    private static readonly byte[] Secret = Convert.FromBase64String("dGVjaHBsYW4tbG9jYWwtb25seS1zZWNyZXQ=");

    /// <summary>What the app answered: the id and the page where the request stands.</summary>
    public sealed record Accepted(string Id, Uri StatusUrl);

    public async Task<Accepted> SubmitAsync(JsonObject request, string? webhookId = null)
    {
        using var answer = await SendAsync(request.ToJsonString(), webhookId);
        var body = await answer.Content.ReadAsStringAsync();
        if (answer.StatusCode is not (HttpStatusCode.Accepted or HttpStatusCode.OK))
        {
            throw new InvalidOperationException($"The request was answered with {answer.StatusCode}: {body}");
        }

        var json = JsonNode.Parse(body)!;
        return new Accepted((string)json["id"]!, new Uri((string)json["statusUrl"]!));
    }

    public Task<HttpResponseMessage> SendAsync(string body, string? webhookId = null, DateTimeOffset? at = null, byte[]? secret = null)
    {
        var id = webhookId ?? $"msg_{Guid.NewGuid():N}";
        var timestamp = (at ?? DateTimeOffset.UtcNow).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/mini-grants")
        {
            Content = new StringContent(body, Encoding.UTF8, "application/json"),
        };
        message.Headers.Add("webhook-id", id);
        message.Headers.Add("webhook-timestamp", timestamp);
        message.Headers.Add("webhook-signature", Sign($"{id}.{timestamp}.{body}", secret ?? Secret));
        return app.Http.SendAsync(message);
    }

    /// <summary>Whether the sample district is loaded: an incomplete request of School 012 is not refused for the school then.</summary>
    public async Task<bool> IsSchoolKnownAsync()
    {
        using var answer = await SendAsync(SampleRequest.For(DateTimeOffset.UtcNow, sessionInDays: 1).ToJsonString());
        var refusal = await answer.Content.ReadFromJsonAsync<JsonObject>();
        return refusal?["errors"] is JsonArray errors
            ? errors.All(error => (string?)error!["pointer"] is "/session/date")
            : throw new InvalidOperationException($"{answer.StatusCode}: {refusal}{Environment.NewLine}{app.Output}");
    }

    private static string Sign(string content, byte[] secret) =>
        $"v1,{Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(content)))}";
}
