using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Directory;

namespace TechPlan.Functions.Web;

/// <summary>Looks up what a page needs to know about a mini-grant besides its state.</summary>
public sealed class GrantViews(DirectoryCache directory)
{
    public async Task<GrantView> OfAsync(MiniGrant.Known state, CancellationToken cancellation)
    {
        var snapshot = await directory.GetAsync(cancellation);
        return new GrantView(state, snapshot.Rules, snapshot.District.SpecialistOf(state.Submission.Cluster)?.Name);
    }
}
