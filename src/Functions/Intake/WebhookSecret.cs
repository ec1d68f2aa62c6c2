namespace TechPlan.Functions.Intake;

/// <summary>Secrets of the Standard Webhooks specification: <c>whsec_</c> and 24 to 64 bytes in base64.</summary>
internal static class WebhookSecret
{
    private const string Prefix = "whsec_";

    /// <summary>The secret's bytes; null when the text is no secret.</summary>
    internal static byte[]? TryParse(string text)
    {
        var octets = new byte[text.Length];
        return text.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.TryFromBase64String(text[Prefix.Length..], octets, out var length) && length is >= 24 and <= 64
            ? octets[..length]
            : null;
    }
}
