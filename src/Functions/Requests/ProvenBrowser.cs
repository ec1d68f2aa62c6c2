using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Requests;

/// <summary>
/// Remembers, in a browser, the address that was proved in it by a mailed link: later requests from there count at once. What it
/// keeps is signed like a link, so it ends with its time or with the key.
/// </summary>
public sealed class ProvenBrowser(LinkSigner signer, IOptions<SiteOptions> site, TimeProvider clock)
{
    internal const string CookieName = "techplan-proven";

    private static readonly TimeSpan Lives = TimeSpan.FromDays(180);

    private readonly Uri _site = site.Value.BaseUrl!;

    /// <summary>Whether the address was proved in this browser, and the form was sent from our own page.</summary>
    public bool Proves(HttpRequest request, EmailAddress address)
    {
        ArgumentNullException.ThrowIfNull(request);
        return IsFromOurPage(request.Headers)
            && signer.Read(request.Cookies[CookieName]) is LinkReading.Valid { Link: { Action: LinkAction.Browser } link }
            && link.PersonKey == PersonKey.Of(address);
    }

    public void Remember(HttpResponse response, EmailAddress address, MiniGrantId provedBy)
    {
        ArgumentNullException.ThrowIfNull(response);
        var token = signer.Sign(new Link(provedBy, LinkAction.Browser, PersonKey.Of(address), clock.GetUtcNow() + Lives));
        response.Cookies.Append(CookieName, token, new CookieOptions
        {
            HttpOnly = true,
            // The app stands behind a proxy that ends TLS, so its own address says more than the request; a local run has none.
            Secure = _site.Scheme == Uri.UriSchemeHttps,
            SameSite = SameSiteMode.Lax,
            Path = "/mini-grants",
            MaxAge = Lives,
        });
    }

    /// <summary>
    /// The cookie is not sent along with another site's form; this is the second lock. Our pages send no referrer, which makes a browser's
    /// Origin "null", so a browser too old for Sec-Fetch-Site proves its address by mail each time.
    /// </summary>
    private bool IsFromOurPage(IHeaderDictionary headers) => headers["Sec-Fetch-Site"].ToString() switch
    {
        "same-origin" => true,
        "" => headers.Origin == _site.GetLeftPart(UriPartial.Authority),
        _ => false,
    };
}
