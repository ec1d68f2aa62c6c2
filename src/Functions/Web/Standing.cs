using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Web;

/// <summary>Where a mini-grant stands, for a glance: a word or two, and how it is meant.</summary>
/// <param name="Style">The stylesheet's name for the tone; the words carry the meaning without it.</param>
public sealed record Standing(string Label, string Style)
{
    public static Standing Of(MiniGrant.Known state) => state switch
    {
        MiniGrant.UnderReview => new("Waiting for a decision", "wait"),
        MiniGrant.Approved { Watch.RequestedAt: not null } => new("Approved, to be counted", "wait"),
        MiniGrant.Approved { Hold: not null } => new("Approved and held", "good"),
        MiniGrant.Approved => new("Approved", "good"),
        MiniGrant.Confirmed => new("Takes place", "good"),
        MiniGrant.Rejected => new("Rejected", "bad"),
        MiniGrant.Withdrawn => new("Withdrawn", "bad"),
        MiniGrant.Expired => new("Expired", "bad"),
        MiniGrant.Cancelled => new("Cancelled", "bad"),
        _ => throw new InvalidOperationException($"No label for {state.GetType().Name}."),
    };
}
