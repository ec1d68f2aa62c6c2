using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TechPlan.Local.Mail.SendGridApi.Webhooks;

/// <summary>Posts to the app what SendGrid would, signed as SendGrid does, and again for a while when the app does not take it.</summary>
internal sealed class WebhookPoster(IOptions<LocalMailOptions> options, TimeProvider clock, ILogger<WebhookPoster> log) : IDisposable
{
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20)];

    private readonly HttpClient _http = new();
    private readonly CancellationTokenSource _end = new();

    /// <summary>Whether there is a key to sign with; without one nothing is posted.</summary>
    public bool IsOn => options.Value.SendGridKey is { Length: > 0 };

    /// <summary>Posts in the background: the caller was answered before SendGrid's events arrive, as in life.</summary>
    public void PostLater(Uri address, byte[] body, string contentType) => _ = Task.Run(() => PostPatientlyAsync(address, body, contentType));

    /// <summary>One post.</summary>
    public async Task<int> PostAsync(Uri address, byte[] body, string contentType, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Timestamp", timestamp);
        request.Headers.Add("X-Twilio-Email-Event-Webhook-Signature", Sign([.. Encoding.ASCII.GetBytes(timestamp), .. body]));
        using var answer = await _http.SendAsync(request, cancellation);
        return (int)answer.StatusCode;
    }

    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
        _http.Dispose();
    }

    private async Task PostPatientlyAsync(Uri address, byte[] body, string contentType)
    {
        try
        {
            foreach (var pause in Pauses)
            {
                if (await TryAsync(address, body, contentType))
                {
                    return;
                }

                await Task.Delay(pause, _end.Token);
            }

            log.LogWarning("{Path} did not take what SendGrid would have posted.", address.AbsolutePath);
        }
        catch (Exception ended) when (ended is OperationCanceledException or ObjectDisposedException)
        {
            // The run is over.
        }
    }

    /// <summary>Whether SendGrid would let it rest: the door took it, or there is none.</summary>
    private async Task<bool> TryAsync(Uri address, byte[] body, string contentType)
    {
        try
        {
            return await PostAsync(address, body, contentType, _end.Token) is < 300 or 404;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private string Sign(byte[] signed)
    {
        using var key = ECDsa.Create();
        key.ImportPkcs8PrivateKey(Convert.FromBase64String(options.Value.SendGridKey!), out _);
        return Convert.ToBase64String(key.SignData(signed, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
    }
}
