using Microsoft.AspNetCore.Http;
using TechPlan.Domain.Enrollment;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Errors;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Enroll;

/// <summary>The session's page on the built-in Enroll, and the registrations it takes (MG-11).</summary>
public sealed class EnrollDesk(
    MiniGrantService grants, GrantViews views, RegistrationStore store, IRegistrationCount count, TimeProvider clock, Pages pages)
{
    private static readonly string[] Fields = ["name", "email", "school"];

    /// <summary>Shows the session, or takes a registration when one is posted.</summary>
    public async Task<IResult> VisitAsync(HttpRequest request, string sessionId, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await FindAsync(sessionId, cancellation) is not { } grant)
        {
            return await pages.TroubleAsync(request, Trouble.NoSuchSession);
        }

        var posting = PostingOf(grant);
        return (posting, HttpMethods.IsPost(request.Method)) switch
        {
            (EnrollPosting.NotPosted, _) => await pages.TroubleAsync(request, Trouble.NoSuchSession),
            (_, false) => await pages.ShowAsync<EnrollPage>(await ModelAsync(grant, posting, cancellation) with { JustRegistered = request.Query.ContainsKey("registered") }),
            (EnrollPosting.Open, true) => await RegisterAsync(request, grant, cancellation),
            _ => await pages.InsteadAsync<EnrollPage>(request, await ModelAsync(grant, posting, cancellation), Trouble.RegistrationClosed),
        };
    }

    private async Task<GrantView?> FindAsync(string sessionId, CancellationToken cancellation) =>
        MiniGrantId.TryParse(sessionId) is { } id && await grants.FindAsync(id, cancellation) is { } state
            ? await views.OfAsync(state, cancellation)
            : null;

    private async Task<IResult> RegisterAsync(HttpRequest request, GrantView grant, CancellationToken cancellation)
    {
        var reading = await FormReader.ReadAsync(request, Fields, cancellation);
        if (reading is not PostedForm.Form { State: var typed })
        {
            return await pages.TroubleAsync(request, (PostedForm.Refused)reading);
        }

        return RegistrationForm.Check(typed["name"], typed["email"], typed["school"], clock.GetUtcNow()) switch
        {
            RegistrationFormResult.Complete form => await KeepAsync(request, grant, form.Registration, cancellation),
            RegistrationFormResult.Incomplete form => await AskAgainAsync(request, grant, typed.With(form.Reasons), cancellation),
            var other => throw new InvalidOperationException($"No answer for {other.GetType().Name}."),
        };
    }

    private async Task<IResult> AskAgainAsync(HttpRequest request, GrantView grant, FormState form, CancellationToken cancellation) =>
        await pages.AskAgainAsync<EnrollPage>(request, await ModelAsync(grant, EnrollPosting.Open, cancellation) with { Form = form }, form);

    private async Task<IResult> KeepAsync(HttpRequest request, GrantView grant, Registration registration, CancellationToken cancellation)
    {
        var added = await store.AddAsync(grant.Id, registration, cancellation);
        if (await ClosedMeanwhileAsync(grant.Id) is { } closed)
        {
            return await TakeBackAsync(request, closed, added ? registration : null);
        }

        return added
            ? new SeeOtherResult($"{request.PathBase}/enroll/{grant.Id}?registered")
            : await pages.ShowAsync<EnrollPage>(await ModelAsync(grant, EnrollPosting.Open, cancellation) with { KnownAlready = true });
    }

    /// <summary>
    /// The session, if nobody can register for it any more. Whoever cancels it tells those whom he finds registered then: a row
    /// that is there while the session is still open is among them, a later one may not be. A browser that hangs up changes
    /// nothing about that.
    /// </summary>
    private async Task<GrantView?> ClosedMeanwhileAsync(MiniGrantId id) =>
        await FindAsync(id.Value, CancellationToken.None) is { } grant && PostingOf(grant) is not EnrollPosting.Open ? grant : null;

    /// <param name="added">What nobody may ever be told about; null when it was there before.</param>
    private async Task<IResult> TakeBackAsync(HttpRequest request, GrantView closed, Registration? added)
    {
        if (added is not null)
        {
            await store.RemoveAsync(closed.Id, added.Who.Email, CancellationToken.None);
        }

        return await pages.InsteadAsync<EnrollPage>(request, await ModelAsync(closed, PostingOf(closed), CancellationToken.None), Trouble.RegistrationClosed);
    }

    private EnrollPosting PostingOf(GrantView grant) => EnrollPostings.Of(grant.State, clock.GetUtcNow(), grant.Rules);

    private async Task<EnrollModel> ModelAsync(GrantView grant, EnrollPosting posting, CancellationToken cancellation) =>
        new(grant, await count.CountAsync(grant.Id, cancellation), posting, FormState.Empty);
}
