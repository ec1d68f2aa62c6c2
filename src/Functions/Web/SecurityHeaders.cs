using Microsoft.AspNetCore.Http;

namespace TechPlan.Functions.Web;

/// <summary>
/// What every page tells the browser. The addresses of most pages are keys to a decision, so nothing may keep them, pass them
/// on, or frame the page; and a page that loads no script can be made to run none.
/// </summary>
public static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    public static void Apply(IHeaderDictionary headers)
    {
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["X-Robots-Tag"] = "noindex";
        headers.CacheControl = "no-store";
    }
}
