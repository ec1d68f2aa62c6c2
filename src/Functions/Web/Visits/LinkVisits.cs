using Microsoft.AspNetCore.Http;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Web.Components;
using TechPlan.Functions.Web.Errors;

namespace TechPlan.Functions.Web.Visits;

/// <summary>Lets in whoever comes with a link, or says what is the matter with it.</summary>
public sealed class LinkVisits(
    LinkSigner signer, MiniGrantService grants, OpenWorkTable openWork, PersonResolver people, GrantViews views, Pages pages)
{
    /// <summary>Answers by <paramref name="welcome"/> when the link is ours and for this action, even if it has expired.</summary>
    public Task<IResult> VisitAsync(
        HttpRequest request, string token, LinkAction action, Func<Visitor, Task<IResult>> welcome, CancellationToken cancellation) =>
        signer.Read(token) switch
        {
            LinkReading.Valid { Link: var link } when link.Action == action => EnterAsync(request, link, isExpired: false, welcome, cancellation),
            LinkReading.Expired { Link: var link } when link.Action == action => EnterAsync(request, link, isExpired: true, welcome, cancellation),
            LinkReading.Valid or LinkReading.Expired => pages.TroubleAsync(request, Trouble.LinkForAnotherPage),
            LinkReading.OldKey => pages.TroubleAsync(request, Trouble.LinkWithOldKey),
            _ => pages.TroubleAsync(request, Trouble.LinkIncomplete),
        };

    private async Task<IResult> EnterAsync(
        HttpRequest request, Link link, bool isExpired, Func<Visitor, Task<IResult>> welcome, CancellationToken cancellation)
    {
        if (await grants.ReadAsync(link.Id, cancellation) is not { State: MiniGrant.Known state } seen)
        {
            return await NotFiledAsync(request, link.Id, cancellation);
        }

        var person = isExpired ? null : await people.FindAsync(link, state, cancellation);
        return await welcome(new Visitor(link, person, await views.OfAsync(state, cancellation), seen));
    }

    /// <summary>A link is mailed or answered as soon as a request is recorded, and it may be opened before the request is filed.</summary>
    private async Task<IResult> NotFiledAsync(HttpRequest request, MiniGrantId id, CancellationToken cancellation) =>
        await openWork.IsOpenAsync(id, cancellation)
            ? await pages.ShowAsync<BeingFiledPage>(id)
            : await pages.TroubleAsync(request, Trouble.NoSuchMiniGrant);
}
