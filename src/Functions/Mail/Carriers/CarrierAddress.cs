using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mail.Carriers;

/// <summary>Where a carrier listens.</summary>
internal static class CarrierAddress
{
    /// <summary>Microsoft's own hosts: the public cloud and the national ones.</summary>
    private static readonly string[] GraphHosts = ["graph.microsoft.com", "graph.microsoft.us", "dod-graph.microsoft.us", "microsoftgraph.chinacloudapi.cn"];

    /// <summary>The address, a path alone being one of this app's own; null when it is neither.</summary>
    public static Uri? Of(string setting, SiteOptions site) =>
        setting.StartsWith('/') ? site.BaseUrl is { } own && Uri.TryCreate(own, setting, out var local) ? local : null
        : Uri.TryCreate(setting, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address
        : null;

    /// <summary>Whether a token for Graph may be shown there.</summary>
    public static bool IsGraphItself(Uri address) => address.Scheme == Uri.UriSchemeHttps && GraphHosts.Contains(address.Host, StringComparer.OrdinalIgnoreCase);
}
