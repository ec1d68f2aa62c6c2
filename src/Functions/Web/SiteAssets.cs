using System.Security.Cryptography;

namespace TechPlan.Functions.Web;

/// <summary>The files that pages refer to, read once from the assembly. Their addresses carry a version, so browsers may keep them for good.</summary>
public static class SiteAssets
{
    public static readonly Asset Stylesheet = Asset.Read("site.css", "text/css; charset=utf-8");

    public static readonly Asset Icon = Asset.Read("icon.svg", "image/svg+xml");

    /// <summary>The asset of this name; null when there is none.</summary>
    public static Asset? Find(string? name) => name switch
    {
        "site.css" => Stylesheet,
        "icon.svg" => Icon,
        _ => null,
    };
}

/// <summary>One file with its content type and the address that names this very content.</summary>
public sealed record Asset(string ContentType, ReadOnlyMemory<byte> Content, string Address)
{
    internal static Asset Read(string name, string contentType)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream($"assets/{name}")
            ?? throw new InvalidOperationException($"The assembly lacks the file {name}.");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return new Asset(contentType, content, $"/assets/{name}?v={Convert.ToHexStringLower(SHA256.HashData(content))[..10]}");
    }
}
