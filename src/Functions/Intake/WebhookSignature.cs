using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Intake;

/// <summary>Checks the signature of a webhook as the Standard Webhooks specification has it.</summary>
public sealed class WebhookSignature
{
    private const string Scheme = "v1,";
    private const int MaxIdLength = 256;

    /// <summary>Every secret is tried on every signature, so their number is bounded; a sender that rotates secrets needs two.</summary>
    private const int MaxSignatures = 8;

    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    private readonly TimeProvider _clock;
    private readonly byte[][] _secrets;

    public WebhookSignature(IOptions<FormWebhookOptions> options, TimeProvider clock)
    {
        _clock = clock;
        _secrets = [.. options.Value.Secrets.Select(secret => WebhookSecret.TryParse(secret)!)];
    }

    /// <summary>The webhook's id when one of our secrets signed this very body a moment ago; otherwise null.</summary>
    public string? Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        var id = headers["webhook-id"].ToString();
        var timestamp = headers["webhook-timestamp"].ToString();
        return IsId(id) && IsRecent(timestamp) && IsSigned(headers["webhook-signature"].ToString(), id, timestamp, body) ? id : null;
    }

    /// <summary>Printable ASCII; a full stop would let two pairs of id and timestamp sign as the same text.</summary>
    private static bool IsId(string id) =>
        id.Length is > 0 and <= MaxIdLength && id.AsSpan().IndexOfAnyExceptInRange('!', '~') < 0 && !id.Contains('.', StringComparison.Ordinal);

    /// <summary>
    /// On one machine the app's clock can be moved weeks ahead while the sender's stands, so the machine's own clock counts as
    /// well. In Azure the two are one and the tolerance is what it says.
    /// </summary>
    private bool IsRecent(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && (IsNear(seconds, _clock.GetUtcNow()) || IsNear(seconds, TimeProvider.System.GetUtcNow()));

    private static bool IsNear(long seconds, DateTimeOffset now) => (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() <= Tolerance;

    private bool IsSigned(string header, string id, string timestamp, ReadOnlySpan<byte> body)
    {
        byte[] content = [.. Encoding.ASCII.GetBytes($"{id}.{timestamp}."), .. body];
        var expected = Array.ConvertAll(_secrets, secret => HMACSHA256.HashData(secret, content));
        var signed = false;
        foreach (var signature in header.Split(' ', MaxSignatures + 1, StringSplitOptions.RemoveEmptyEntries).Take(MaxSignatures))
        {
            signed |= Decode(signature) is { } given && expected.Aggregate(false, (any, one) => any | CryptographicOperations.FixedTimeEquals(one, given));
        }

        return signed;
    }

    private static byte[]? Decode(string signature)
    {
        var octets = new byte[signature.Length];
        return signature.StartsWith(Scheme, StringComparison.Ordinal) && Convert.TryFromBase64String(signature[Scheme.Length..], octets, out var length)
            ? octets[..length]
            : null;
    }
}
