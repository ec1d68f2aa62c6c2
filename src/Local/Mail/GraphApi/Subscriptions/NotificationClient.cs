using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace TechPlan.Local.Mail.GraphApi.Subscriptions;

/// <summary>Calls the addresses of subscriptions.</summary>
internal sealed class NotificationClient : IDisposable
{
    /// <summary>Graph waits this long for the answer to its handshake.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly HttpClient _http = new() { Timeout = Patience };

    /// <summary>The handshake: the address must answer a token that it is sent, as plain text.</summary>
    /// <returns>What is wrong with the answer, or null.</returns>
    public async Task<string?> ValidateAsync(string address, CancellationToken cancellation)
    {
        var token = $"Validation: Testing client application reachability for subscription Request-Id: {Guid.NewGuid()} <&>";
        var separator = address.Contains('?', StringComparison.Ordinal) ? '&' : '?';
        try
        {
            using var response = await _http.PostAsync($"{address}{separator}validationToken={Uri.EscapeDataString(token)}", content: null, cancellation);
            var answer = await response.Content.ReadAsStringAsync(cancellation);
            return (int)response.StatusCode != 200 ? $"The notification endpoint answered {(int)response.StatusCode} instead of 200."
                : response.Content.Headers.ContentType?.MediaType is not "text/plain" ? "The notification endpoint did not answer text/plain."
                : answer != token ? "The notification endpoint did not answer the validation token."
                : null;
        }
        catch (Exception silence) when (silence is HttpRequestException || (silence is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return "The notification endpoint did not answer in time.";
        }
    }

    /// <returns>Whether the address took it.</returns>
    public async Task<bool> PostAsync(string address, JsonObject notification, CancellationToken cancellation)
    {
        try
        {
            using var response = await _http.PostAsJsonAsync(address, notification, cancellation);
            return response.IsSuccessStatusCode;
        }
        catch (Exception silence) when (silence is HttpRequestException || (silence is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return false;
        }
    }

    public void Dispose() => _http.Dispose();
}
