using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Requests;

/// <summary>Makes what the page shows.</summary>
public sealed class RequestModels(DirectoryCache directory, RequestCheck check, TimeProvider clock)
{
    /// <summary>The fields as they are, with nothing said about them.</summary>
    internal async Task<RequestModel> UncheckedAsync(RequestVisit visit, FormState form, CancellationToken cancellation) =>
        await OfAsync(visit, new CheckedRequest(form, await check.ReadAsync(TypedForm.Empty, cancellation)), cancellation);

    internal async Task<RequestModel> OfAsync(RequestVisit visit, CheckedRequest request, CancellationToken cancellation)
    {
        var snapshot = await directory.GetAsync(cancellation);
        var now = clock.GetUtcNow();
        var help = new DistrictHelp(
            [.. snapshot.District.Schools.Select(school => school.Name).Order(StringComparer.OrdinalIgnoreCase)],
            MiniGrantWorkflow.EarliestSessionDate(SessionType.Standard, now, snapshot.Rules),
            MiniGrantWorkflow.EarliestSessionDate(SessionType.SlcLevelOne, now, snapshot.Rules),
            snapshot.Rules.Policy);
        return new RequestModel(request, visit.Door, visit.Key, help) { Address = visit.Address };
    }
}
