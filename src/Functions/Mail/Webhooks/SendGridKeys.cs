using System.Security.Cryptography;

namespace TechPlan.Functions.Mail.Webhooks;

/// <summary>SendGrid's public keys: base64 of a SubjectPublicKeyInfo on the curve P-256.</summary>
internal static class SendGridKeys
{
    private const int CurveBits = 256;

    /// <summary>The key's bytes; null when the text is no such key.</summary>
    internal static byte[]? TryParse(string text)
    {
        var octets = new byte[text.Length];
        return Convert.TryFromBase64String(text, octets, out var length) && IsKey(octets.AsSpan(0, length)) ? octets[..length] : null;
    }

    private static bool IsKey(ReadOnlySpan<byte> octets)
    {
        try
        {
            using var key = ECDsa.Create();
            key.ImportSubjectPublicKeyInfo(octets, out var read);
            return read == octets.Length && key.KeySize == CurveBits;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
