using Microsoft.Extensions.Options;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Links;

/// <summary>The signing keys by their ids.</summary>
public sealed class LinkKeys
{
    /// <summary>As long as the hash: a shorter key would be the weakest part.</summary>
    internal const int MinOctets = 32;

    private const int MaxIdLength = 8;

    private readonly List<(string Id, byte[] Key)> _keys;

    public LinkKeys(IOptions<LinkOptions> options) => _keys = [.. options.Value.Keys.Select(text => TryParse(text)!.Value)];

    /// <summary>The key that signs new links.</summary>
    internal (string Id, byte[] Key) Current => _keys[0];

    /// <summary>The key of an id; null when it is no longer in use.</summary>
    internal byte[]? Find(string id) => _keys.Find(key => key.Id == id).Key;

    /// <summary>Whether a text can be a key's id: 1 to 8 letters and digits.</summary>
    internal static bool IsId(string text) => text.Length is > 0 and <= MaxIdLength && text.All(char.IsAsciiLetterOrDigit);

    /// <summary>Reads <c>keyId:base64</c>; null when it is something else.</summary>
    internal static (string Id, byte[] Key)? TryParse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var key = new byte[text.Length];
        return colon > 0 && IsId(text[..colon])
            && Convert.TryFromBase64String(text[(colon + 1)..], key, out var length) && length >= MinOctets
            ? (text[..colon], key[..length])
            : null;
    }
}
