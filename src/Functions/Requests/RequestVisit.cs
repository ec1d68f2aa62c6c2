using Microsoft.AspNetCore.Http;
using TechPlan.Domain;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Links;

namespace TechPlan.Functions.Requests;

/// <summary>Somebody at the request's page.</summary>
/// <param name="Source">What the request will be taken in under: the same for two posts of the same page.</param>
/// <param name="Draft">What the link opened; null without one.</param>
/// <param name="Link">The mailed link; null without one.</param>
internal sealed record RequestVisit(HttpRequest Request, string Source, RequestDoor Door, KeptDraft? Draft, Link? Link)
{
    internal const string NewPath = "/mini-grants/new";

    /// <summary>The rest of a source that was made for the web form.</summary>
    public string? Key => Link is null ? Source[FormKey.Door.Length..] : null;

    /// <summary>Where the page posts to: itself, without what prefilled it.</summary>
    public string Address => Link is null ? $"{Request.PathBase}{NewPath}" : $"{Request.PathBase}{Request.Path}";

    /// <summary>The link was mailed to this very address, so whoever opened it reads mail there.</summary>
    public bool ProvesByLink(EmailAddress address) => Link?.PersonKey == PersonKey.Of(address);
}
