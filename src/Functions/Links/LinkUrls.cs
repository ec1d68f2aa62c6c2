using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Links;

/// <summary>The addresses that mails and pages point to.</summary>
public sealed class LinkUrls(LinkSigner signer, IOptions<SiteOptions> site)
{
    /// <summary>Long enough to see a session of the next school year through.</summary>
    private static readonly TimeSpan StatusLives = TimeSpan.FromDays(400);

    private readonly Uri _base = new(site.Value.BaseUrl!.AbsoluteUri.TrimEnd('/') + "/");

    /// <summary>The home page.</summary>
    public Uri Home => _base;

    /// <summary>What one person may do with one mini-grant until a moment.</summary>
    public Uri For(LinkAction action, MiniGrantId id, EmailAddress person, DateTimeOffset expiresAt) =>
        new(_base, $"{PathOf(action)}/{signer.Sign(new Link(id, action, PersonKey.Of(person), expiresAt))}");

    /// <summary>Where somebody sees how a request of hers or his stands, from the day on which it is sent.</summary>
    public Uri Status(MiniGrantId id, EmailAddress person, DateTimeOffset sentAt) => For(LinkAction.Status, id, person, sentAt + StatusLives);

    /// <summary>The request form with what somebody asked for before; good for as long as a link to its status made with the same moment.</summary>
    public Uri AskAgain(MiniGrantId id, EmailAddress person, DateTimeOffset expiresAt) =>
        new(_base, $"mini-grants/new?from={signer.Sign(new Link(id, LinkAction.Status, PersonKey.Of(person), expiresAt))}");

    /// <summary>The session's public page on Enroll.</summary>
    public Uri Enroll(MiniGrantId id) => new(_base, $"enroll/{id}");

    private static string PathOf(LinkAction action) => action switch
    {
        LinkAction.Review => "review",
        LinkAction.Hold => "hold",
        LinkAction.Count => "count",
        LinkAction.Status => "status",
        LinkAction.Draft => "mini-grants/drafts",
        LinkAction.Browser => throw new ArgumentOutOfRangeException(nameof(action), "It is for a cookie."),
    };
}
