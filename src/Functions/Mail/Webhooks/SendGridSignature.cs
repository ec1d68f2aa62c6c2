using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Mail.Webhooks;

/// <summary>
/// Checks what SendGrid signs: ECDSA on P-256 with SHA-256, over the timestamp and the body exactly as it came. The line break at the
/// end of a body is signed as well.
/// </summary>
/// <param name="keys">Public keys, each of which may have signed.</param>
/// <param name="maxAge">How old a post may be; longer than SendGrid goes on trying, since it may repeat the first try's signature.</param>
internal sealed class SendGridSignature(IEnumerable<string> keys, TimeSpan maxAge, TimeProvider clock)
{
    internal const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";
    internal const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>A signature has at most 72 bytes.</summary>
    private const int MaxSignatureLength = 128;

    private static readonly TimeSpan MaxAhead = TimeSpan.FromMinutes(5);

    private readonly byte[][] _keys = [.. keys.Select(key => SendGridKeys.TryParse(key)!)];

    /// <summary>Whether there is anybody whose posts could be believed.</summary>
    internal bool HasKeys => _keys.Length > 0;

    /// <summary>Whether the headers could be those of a signed post of these days: asked before a long body is read.</summary>
    internal bool MayBeSigned(IHeaderDictionary headers) =>
        IsTimely(headers[TimestampHeader].ToString()) && SignatureOf(headers) is not null;

    /// <summary>Whether one of the keys signed this very body, in time.</summary>
    internal bool Verify(IHeaderDictionary headers, ReadOnlySpan<byte> body)
    {
        using var hash = BeginHash(headers);
        hash.AppendData(body);
        return VerifyHash(headers, hash.GetHashAndReset());
    }

    /// <summary>The hash of what is signed before the body; a long body is added to it piece by piece.</summary>
    internal static IncrementalHash BeginHash(IHeaderDictionary headers)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(headers[TimestampHeader].ToString()));
        return hash;
    }

    /// <summary>Whether one of the keys signed what a hash was begun and ended for, in time.</summary>
    internal bool VerifyHash(IHeaderDictionary headers, byte[] hash) =>
        IsTimely(headers[TimestampHeader].ToString()) && SignatureOf(headers) is { } signature && Array.Exists(_keys, key => IsSigned(key, hash, signature));

    private static bool IsSigned(byte[] publicKey, byte[] hash, byte[] signature)
    {
        using var key = ECDsa.Create();
        key.ImportSubjectPublicKeyInfo(publicKey, out _);
        return key.VerifyHash(hash, signature, DSASignatureFormat.Rfc3279DerSequence);
    }

    private static byte[]? SignatureOf(IHeaderDictionary headers)
    {
        var text = headers[SignatureHeader].ToString();
        var octets = new byte[MaxSignatureLength];
        return text.Length is > 0 and <= MaxSignatureLength && Convert.TryFromBase64String(text, octets, out var length) ? octets[..length] : null;
    }

    /// <summary>
    /// On one machine the app's clock can be moved weeks ahead while the sender's stands, so the machine's own clock counts as
    /// well. In Azure the two are one.
    /// </summary>
    private bool IsTimely(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < DateTimeOffset.MaxValue.ToUnixTimeSeconds()
        && (IsTimely(seconds, clock.GetUtcNow()) || IsTimely(seconds, TimeProvider.System.GetUtcNow()));

    private bool IsTimely(long seconds, DateTimeOffset now)
    {
        var age = now - DateTimeOffset.FromUnixTimeSeconds(seconds);
        return age >= -MaxAhead && age <= maxAge;
    }
}
