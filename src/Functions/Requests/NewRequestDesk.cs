using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Requests;

/// <summary>The request's page as everybody can open it: empty, or with what an earlier request of one's own asked for.</summary>
public sealed class NewRequestDesk(RequestDesk desk, RequestModels models, RequestCheck check, LinkSigner signer, MiniGrantService grants, DirectoryCache directory, TimeProvider clock, Pages pages)
{
    /// <summary>The query that names an earlier request: the token of its status link.</summary>
    internal const string From = "from";

    public async Task<IResult> VisitAsync(HttpRequest request, DurableTaskClient engine, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!HttpMethods.IsPost(request.Method))
        {
            return await ShowAsync(request, cancellation);
        }

        return await FormReader.ReadAsync(request, RequestFields.Shape, cancellation) switch
        {
            PostedForm.Form { State: var form } => await desk.TakeAsync(
                new RequestVisit(request, FormKey.SourceOf(form[RequestFields.Key]), RequestDoor.New, null, null), form, engine, cancellation),
            PostedForm.Refused refused => await pages.TroubleAsync(request, refused),
            var other => throw new InvalidOperationException($"No answer for {other.GetType().Name}."),
        };
    }

    private async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation)
    {
        var earlier = await EarlierAsync(request.Query[From], cancellation);
        var visit = new RequestVisit(request, FormKey.NewSource(), earlier is null ? RequestDoor.New : RequestDoor.Again, null, null);
        var form = earlier is null ? FormState.Empty : await PrefilledAsync(earlier, cancellation);
        return await pages.ShowAsync<RequestPage>(await models.UncheckedAsync(visit, form, cancellation));
    }

    private async Task<FormState> PrefilledAsync(MiniGrantRequest earlier, CancellationToken cancellation)
    {
        var today = (await directory.GetAsync(cancellation)).Rules.Calendar.DateAt(clock.GetUtcNow());
        return RequestForm.Shown(await check.ReadAsync(EarlierRequest.Typed(earlier, today), cancellation));
    }

    /// <summary>Only the link that was mailed to whoever asked shows what was asked for; with any other the page is empty.</summary>
    private async Task<MiniGrantRequest?> EarlierAsync(string? token, CancellationToken cancellation) =>
        signer.Read(token) is LinkReading.Valid { Link: { Action: LinkAction.Status } link }
        && (await grants.FindAsync(link.Id, cancellation))?.Submission.Request is { } request
        && PersonKey.Of(request.Submitter.Email) == link.PersonKey
            ? request
            : null;
}
