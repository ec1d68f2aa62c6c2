using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Web.Errors;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Web.Visits;

/// <summary>
/// A page behind a link that asks one question and takes one answer. Opening it changes nothing. What was answered before, by
/// whom and when, it shows for as long as anybody comes back; who answers too late is told so, and what stands instead.
/// </summary>
public abstract class AnswerDesk<TPage>(LinkVisits visits, MiniGrantService grants, Pages pages)
    where TPage : IComponent
{
    /// <summary>The links that lead here.</summary>
    protected abstract LinkAction Action { get; }

    /// <summary>The fields of the form.</summary>
    protected abstract IReadOnlyCollection<string> Fields { get; }

    /// <summary>Shows the page, or takes the answer when one is posted.</summary>
    public Task<IResult> VisitAsync(HttpRequest request, string token, DurableTaskClient engine, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return visits.VisitAsync(request, token, Action, Welcome, cancellation);

        Task<IResult> Welcome(Visitor visitor) => (visitor.Person, HttpMethods.IsPost(request.Method)) switch
        {
            (null, _) => ShowExpiredAsync(request, visitor.Grant, cancellation),
            (_, false) => ShowAsync(visitor.Grant, cancellation),
            ({ } person, true) => ReadAsync(request, visitor, person, engine, cancellation),
        };
    }

    /// <summary>Whether the question can still be answered.</summary>
    protected abstract bool IsOpen(GrantView grant);

    protected abstract Task<object> ModelAsync(GrantView grant, Door door, FormState form, CancellationToken cancellation);

    protected abstract Answer Read(FormState form, Person person);

    /// <summary>Whether what stands is just what this person answered before: then sending it again is no reason to worry anybody.</summary>
    protected abstract bool IsAnsweredSo(MiniGrant.Known state, Person person, FormState form);

    private async Task<IResult> ShowAsync(GrantView grant, CancellationToken cancellation) =>
        await pages.ShowAsync<TPage>(await ModelAsync(grant, IsOpen(grant) ? Door.Open : Door.Closed, FormState.Empty, cancellation));

    private async Task<IResult> ShowExpiredAsync(HttpRequest request, GrantView grant, CancellationToken cancellation) =>
        await pages.InsteadAsync<TPage>(
            request,
            await ModelAsync(grant, Door.Expired, FormState.Empty, cancellation),
            Trouble.LinkExpired(StandingSentence.Of(grant.State)));

    private async Task<IResult> ReadAsync(HttpRequest request, Visitor visitor, Person person, DurableTaskClient engine, CancellationToken cancellation)
    {
        var reading = await FormReader.ReadAsync(request, Fields, cancellation);
        if (reading is not PostedForm.Form { State: var form })
        {
            return await pages.TroubleAsync(request, (PostedForm.Refused)reading);
        }

        var attempt = new Attempt(person, visitor.Grant, form, visitor.Seen);
        return Read(form, person) switch
        {
            Answer.Unclear unclear => await AskAgainAsync(request, attempt, form.With(unclear.Error), unclear.StatusCode, cancellation),
            Answer.Means { Command: var command } => await ExecuteAsync(request, attempt, command, engine, cancellation),
            var other => throw new InvalidOperationException($"No way to take {other.GetType().Name}."),
        };
    }

    private async Task<IResult> ExecuteAsync(
        HttpRequest request, Attempt attempt, MiniGrantCommand command, DurableTaskClient engine, CancellationToken cancellation) =>
        await grants.ExecuteAsync(attempt.Grant.Id, command, engine, cancellation, attempt.Seen) switch
        {
            CommandOutcome.Done { Changed: true } => BackTo(request),
            CommandOutcome.Done done => await AnsweredBeforeAsync(request, attempt.On(done.State), cancellation),
            CommandOutcome.Refused refused when refused.Reasons.Any(reason => reason.Pointer.Length > 0) => await AskAgainAsync(
                request, attempt.On(refused.State), attempt.Form.With(refused.Reasons), StatusCodes.Status422UnprocessableEntity, cancellation),
            CommandOutcome.Refused refused => await AnsweredBeforeAsync(request, attempt.On(refused.State), cancellation),
            _ => await pages.TroubleAsync(request, Trouble.NoSuchMiniGrant),
        };

    private async Task<IResult> AskAgainAsync(HttpRequest request, Attempt attempt, FormState form, int statusCode, CancellationToken cancellation) =>
        IsOpen(attempt.Grant)
            ? await pages.AskAgainAsync<TPage>(request, await ModelAsync(attempt.Grant, Door.Open, form, cancellation), form, statusCode)
            : await AnsweredBeforeAsync(request, attempt, cancellation);

    private async Task<IResult> AnsweredBeforeAsync(HttpRequest request, Attempt attempt, CancellationToken cancellation) =>
        IsAnsweredSo(attempt.Grant.State, attempt.Person, attempt.Form)
            ? BackTo(request)
            : await pages.InsteadAsync<TPage>(
                request,
                await ModelAsync(attempt.Grant, Door.TooLate, attempt.Form, cancellation),
                Trouble.NotRecorded(StandingSentence.Of(attempt.Grant.State)));

    private static SeeOtherResult BackTo(HttpRequest request) => new($"{request.PathBase}{request.Path}");
}
