using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mailbox.Handling;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Requests;

/// <summary>What the buttons of the request's page do, whichever way somebody came to it. Whatever was typed is on the page that comes back.</summary>
public sealed class RequestDesk(RequestCheck check, RequestModels models, IntakeService intake, DraftMail drafts, ProvenBrowser browser, MailroomNudge mailroom, LinkUrls urls, TimeProvider clock, Pages pages)
{
    private static readonly FieldError NeedsAddress = new(
        RequestFields.NameOf(Forms.FormPointers.SubmitterEmail), "Enter your school email address: the link to your draft is mailed to it.");

    private static readonly FieldError NotConfirmed = new(RequestFields.Confirmed, "Tick the box to say that this is your request and that you send it.");

    internal async Task<IResult> TakeAsync(RequestVisit visit, FormState posted, DurableTaskClient engine, CancellationToken cancellation)
    {
        var form = RequestForm.WithPicks(posted);
        return form[RequestFields.Button] switch
        {
            Buttons.Add => await ShowLinesAsync(visit, PartnerRows.WithOneMore(form), PartnerRows.Count(form), cancellation),
            Buttons.Keep => await KeepAsync(visit, form, engine, cancellation),
            var button when Buttons.LineToRemove(button) is { } line => await ShowLinesAsync(visit, PartnerRows.Without(form, line), Math.Max(0, line - 1), cancellation),
            _ => await SendAsync(visit, form, engine, cancellation),
        };
    }

    /// <param name="goOnAt">The line to go on with.</param>
    private async Task<IResult> ShowLinesAsync(RequestVisit visit, FormState form, int goOnAt, CancellationToken cancellation)
    {
        var model = await models.UncheckedAsync(visit, form, cancellation);
        var line = Math.Clamp(goOnAt, 0, model.PartnerRows - 1);
        return await pages.ShowAsync<RequestPage>(model with { Focus = RequestFields.NameOf(Forms.FormPointers.PartnerSchool(line)) });
    }

    /// <summary>A draft needs no more than an address; behind its link not even that.</summary>
    private async Task<IResult> KeepAsync(RequestVisit visit, FormState form, DurableTaskClient engine, CancellationToken cancellation)
    {
        var reading = await check.ReadAsync(RequestForm.Typed(form), cancellation);
        if (visit.Draft is { } known)
        {
            await drafts.KeepAsync(known with { Form = RequestForm.Typed(form) }, cancellation);
            return await pages.ShowAsync<RequestPage>(await models.UncheckedAsync(visit, form, cancellation) with { JustKept = true });
        }

        return EmailAddress.TryParse(reading.Draft.SubmitterEmail) is { } owner
            ? await MailAsync(visit, form, owner, LetterReason.Kept, engine, cancellation)
            : await AskAgainAsync(visit, new CheckedRequest(form.With(NeedsAddress), reading), cancellation);
    }

    private async Task<IResult> SendAsync(RequestVisit visit, FormState form, DurableTaskClient engine, CancellationToken cancellation)
    {
        var request = await check.CheckAsync(form, cancellation);
        // Programs open links in mail and even post the forms they find there: behind a link something must come from a person.
        if (visit.Link is not null && form[RequestFields.Confirmed] != RequestForm.Yes)
        {
            request = request with { Form = request.Form.With(NotConfirmed) };
        }

        return request switch
        {
            { IsSound: false } or { Submitter: null } => await AskAgainAsync(visit, request, cancellation),
            { Submitter: var submitter } when visit.ProvesByLink(submitter) || browser.Proves(visit.Request, submitter) => await TakeInAsync(visit, request, engine, cancellation),
            { Submitter: var submitter } => await MailAsync(visit, form, submitter, LetterReason.Prove, engine, cancellation),
        };
    }

    /// <summary>The rules may say no after all, when the day has changed since the check.</summary>
    private async Task<IResult> TakeInAsync(RequestVisit visit, CheckedRequest request, DurableTaskClient engine, CancellationToken cancellation)
    {
        switch (await intake.TakeInAsync(request.AsIncoming(visit.Source), cancellation))
        {
            case IntakeOutcome.Taken taken:
                // It stands by now: a browser that hangs up does not keep it from being worked on.
                await intake.WakeAsync(engine, taken, CancellationToken.None);
                browser.Remember(visit.Request.HttpContext.Response, taken.Submitter.Email, taken.Id);
                return new SeeOtherResult(urls.Status(taken.Id, taken.Submitter.Email, clock.GetUtcNow()).PathAndQuery);
            case IntakeOutcome.Refused refused:
                return await AskAgainAsync(visit, request with { Form = request.Form.With(refused.Reasons) }, cancellation);
            case var other:
                throw new InvalidOperationException($"No answer for {other.GetType().Name}.");
        }
    }

    private async Task<IResult> MailAsync(RequestVisit visit, FormState form, EmailAddress owner, LetterReason reason, DurableTaskClient engine, CancellationToken cancellation)
    {
        var draft = visit.Draft ?? new KeptDraft(MiniGrantId.For(visit.Source), visit.Source, Forms.TypedForm.Empty, null, null, default);
        var mailed = await drafts.KeepAndMailAsync(draft with { Form = RequestForm.Typed(form) }, owner, reason, cancellation);
        // The letter stands by now: the mailroom is told even when the browser hangs up.
        await mailroom.SendAsync(engine, CancellationToken.None);
        return await pages.ShowAsync<MailedPage>(new MailedModel(owner.Value, reason, mailed));
    }

    private async Task<IResult> AskAgainAsync(RequestVisit visit, CheckedRequest request, CancellationToken cancellation) =>
        await pages.AskAgainAsync<RequestPage>(visit.Request, await models.OfAsync(visit, request, cancellation), request.Form);
}
