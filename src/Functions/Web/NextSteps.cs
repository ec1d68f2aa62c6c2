using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Web;

/// <summary>Something that lies ahead of a mini-grant.</summary>
/// <param name="At">When; null for what can happen now.</param>
public sealed record NextStep(DateTimeOffset? At, string What);

/// <summary>What lies ahead of a mini-grant in each state, told to somebody who knows none of the rules.</summary>
public static class NextSteps
{
    public static ImmutableArray<NextStep> Of(GrantView grant)
    {
        ArgumentNullException.ThrowIfNull(grant);
        return grant.State switch
        {
            MiniGrant.UnderReview =>
            [
                new(null, $"{Capital(grant.Specialist)} approves or rejects the request."),
                new(grant.CheckAt, "A request that is still undecided expires. It is never approved by silence."),
                new(grant.StartAt, "The session would begin."),
            ],
            MiniGrant.Approved { Watch.RequestedAt: not null, Hold: null } =>
            [
                new(null, $"Enroll could not give the number of registrations, so {grant.Specialist} was asked for it. Nothing is cancelled because a system was down."),
                Begins(grant),
            ],
            MiniGrant.Approved approved => [new(null, "People register on Enroll."), Check(grant, approved.Hold), Begins(grant)],
            MiniGrant.Confirmed => [Begins(grant)],
            _ => [],
        };
    }

    private static NextStep Check(GrantView grant, Hold? hold) => new(grant.CheckAt, hold is null
        ? $"The registrations are counted. With {grant.Minimum} or more the session is confirmed; with fewer it is cancelled. Everyone is told."
        : $"The registrations are counted. The session takes place whatever the number, because {hold.By.Name} holds it.");

    private static NextStep Begins(GrantView grant) => new(grant.StartAt, "The session begins.");

    private static string Capital(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
