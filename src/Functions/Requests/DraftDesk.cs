using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using TechPlan.Domain;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mailbox.Handling;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Errors;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Requests;

/// <summary>
/// The page behind a draft's link. Opening it changes nothing; sending from it proves the address that the link was mailed to. Once
/// the draft was sent, the link leads to what became of it.
/// </summary>
public sealed class DraftDesk(LinkSigner signer, IDraftStore drafts, DraftMail mail, RequestDesk desk, RequestModels models, RequestCheck check, IntakeService intake, MailroomNudge mailroom, LinkUrls urls, TimeProvider clock, Pages pages)
{
    public Task<IResult> VisitAsync(HttpRequest request, string token, DurableTaskClient engine, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        return signer.Read(token) switch
        {
            LinkReading.Valid { Link: { Action: LinkAction.Draft } link } => EnterAsync(request, link, isExpired: false, engine, cancellation),
            LinkReading.Expired { Link: { Action: LinkAction.Draft } link } => EnterAsync(request, link, isExpired: true, engine, cancellation),
            LinkReading.Valid or LinkReading.Expired => pages.TroubleAsync(request, Trouble.LinkForAnotherPage),
            LinkReading.OldKey => pages.TroubleAsync(request, Trouble.LinkWithOldKey),
            _ => pages.TroubleAsync(request, Trouble.LinkIncomplete),
        };
    }

    private async Task<IResult> EnterAsync(HttpRequest request, Link link, bool isExpired, DurableTaskClient engine, CancellationToken cancellation)
    {
        if (await drafts.FindAsync(link.Id, cancellation) is not { } draft)
        {
            return await pages.TroubleAsync(request, Trouble.NoSuchDraft);
        }

        if (await intake.FindAsync(draft.Source, cancellation) is { } sent)
        {
            return await SentAsync(request, link, sent);
        }

        return (isExpired, HttpMethods.IsPost(request.Method)) switch
        {
            (true, true) => await RenewAsync(request, link, draft, engine, cancellation),
            (true, false) => await pages.InsteadAsync<DraftExpiredPage>(request, new DraftExpiredModel(Renewal(link, draft)), Trouble.DraftLinkExpired),
            (false, true) => await TakeAsync(request, link, draft, engine, cancellation),
            (false, false) => await ShowAsync(VisitOf(request, link, draft), draft, cancellation),
        };
    }

    /// <summary>Whoever sent it is led to its status; for others the link says no more than that it was sent.</summary>
    private async Task<IResult> SentAsync(HttpRequest request, Link link, IntakeOutcome.Taken sent) => PersonKey.Of(sent.Submitter.Email) == link.PersonKey
        ? new SeeOtherResult(urls.Status(sent.Id, sent.Submitter.Email, clock.GetUtcNow()).PathAndQuery)
        : await pages.TroubleAsync(request, Trouble.DraftWasSent(sent.Id));

    private async Task<IResult> TakeAsync(HttpRequest request, Link link, KeptDraft draft, DurableTaskClient engine, CancellationToken cancellation) =>
        await FormReader.ReadAsync(request, RequestFields.Shape, cancellation) switch
        {
            PostedForm.Form { State: var form } => await desk.TakeAsync(VisitOf(request, link, draft), form, engine, cancellation),
            PostedForm.Refused refused => await pages.TroubleAsync(request, refused),
            var other => throw new InvalidOperationException($"No answer for {other.GetType().Name}."),
        };

    /// <summary>
    /// What is missing or unclear is said at once when the draft came by mail, since that is why it was not taken. Whoever kept it here
    /// knows that it is not finished, and is told only what is wrong with what is there.
    /// </summary>
    private async Task<IResult> ShowAsync(RequestVisit visit, KeptDraft draft, CancellationToken cancellation)
    {
        var reading = await check.ReadAsync(draft.Form, cancellation);
        var found = await check.CheckAsync(RequestForm.Shown(reading), reading, cancellation);
        if (visit.Door is RequestDoor.Draft)
        {
            found = found with { Form = found.Form with { Errors = [.. found.Form.Errors.Where(error => found.Form[error.Field].Length > 0)] } };
        }

        return await pages.ShowAsync<RequestPage>(await models.OfAsync(visit, found, cancellation));
    }

    private async Task<IResult> RenewAsync(HttpRequest request, Link link, KeptDraft draft, DurableTaskClient engine, CancellationToken cancellation)
    {
        if (Renewal(link, draft) is not { } owner)
        {
            return await pages.TroubleAsync(request, Trouble.DraftLinkExpired);
        }

        var mailed = await mail.KeepAndMailAsync(draft, owner, LetterReason.Renewed, cancellation);
        await mailroom.SendAsync(engine, CancellationToken.None);
        return await pages.ShowAsync<MailedPage>(new MailedModel(Masked(owner), LetterReason.Renewed, mailed));
    }

    /// <summary>To whom a new link can be mailed: the link names nobody, so only the one who had the last.</summary>
    private static EmailAddress? Renewal(Link link, KeptDraft draft) =>
        draft.Owner is { } owner && PersonKey.Of(owner) == link.PersonKey ? owner : null;

    /// <summary>Enough for the owner to know which mailbox it is, and too little for anybody else to write to it.</summary>
    private static string Masked(EmailAddress address) => $"{address.Value[0]}…{address.Value[address.Value.IndexOf('@', StringComparison.Ordinal)..]}";

    private static RequestVisit VisitOf(HttpRequest request, Link link, KeptDraft draft) =>
        new(request, draft.Source, draft.Origin is null ? RequestDoor.Draft : RequestDoor.Mail, draft, link);
}

/// <summary>What the page behind an expired link offers.</summary>
/// <param name="Owner">To whom a new link can be mailed; null when that is nobody known.</param>
public sealed record DraftExpiredModel(EmailAddress? Owner);
