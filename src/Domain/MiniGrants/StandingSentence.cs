using static System.FormattableString;
using static TechPlan.Domain.MiniGrants.MiniGrant;

namespace TechPlan.Domain.MiniGrants;

/// <summary>Where a mini-grant stands, in one sentence for anybody.</summary>
public static class StandingSentence
{
    public static string Of(Known state) => state switch
    {
        UnderReview => "The request waits for the specialist's decision.",
        Approved { Watch.RequestedAt: not null } => "The request is approved; the number of registrations is still to be found out.",
        Approved { By: var decision } => $"{decision.By.Name} approved the request. Registration is open on Enroll.",
        Confirmed => "The session takes place.",
        Rejected { By: var by } => $"{by.Name} rejected the request.",
        Withdrawn { By: var by } => $"{by.Name} withdrew the request.",
        Expired => "The request expired: nobody decided before the registrations had to be counted.",
        Cancelled { Count.Registered: 1 } => "The session was cancelled: only one person was registered when it was checked.",
        Cancelled { Count.Registered: var registered } => Invariant($"The session was cancelled: {registered} people were registered when it was checked."),
        _ => throw new InvalidOperationException($"No sentence for {state.GetType().Name}."),
    };
}
