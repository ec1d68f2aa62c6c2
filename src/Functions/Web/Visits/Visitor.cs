using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Web.Visits;

/// <summary>Who opened a link to a mini-grant, and what stands there now.</summary>
/// <param name="Person">Who may act with the link; null when it has expired, or was mailed to somebody whom the directory no longer has.</param>
/// <param name="Seen">The mini-grant as it was read for this visit.</param>
public sealed record Visitor(Link Link, Person? Person, GrantView Grant, StoredMiniGrant Seen)
{
    public MiniGrantId Id => Link.Id;
}
