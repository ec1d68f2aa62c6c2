using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;
using TechPlan.Domain;
using TechPlan.Domain.Enrollment;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Paperwork;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mail;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Timeline;
using TechPlan.Functions.Web.Visits;

namespace TechPlan.Functions.Status;

/// <summary>Shows the lead ITL where a mini-grant stands and what has happened, and lets her or him withdraw it.</summary>
public sealed class StatusDesk(
    LinkVisits visits, MiniGrantService grants, MailRecords mails, IRegistrationCount registrations, PaperworkTable paperwork, LinkUrls urls, TimeProvider clock, Pages pages)
    : AnswerDesk<StatusPage>(visits, grants, pages)
{
    private static readonly FieldError NoSuchAction = new("", "This page takes one thing only: to withdraw the request. Use its form.");

    /// <summary>As long as somebody leaves a page open.</summary>
    private static readonly TimeSpan AskAgainLives = TimeSpan.FromDays(1);

    private readonly MiniGrantService _grants = grants;

    protected override LinkAction Action => LinkAction.Status;

    protected override IReadOnlyCollection<string> Fields => ["action", "reason"];

    protected override bool IsOpen(GrantView grant) => grant.State is not MiniGrant.Ended && clock.GetUtcNow() < grant.StartAt;

    protected override async Task<object> ModelAsync(GrantView grant, Door door, FormState form, CancellationToken cancellation)
    {
        var isPosted = EnrollPostings.Of(grant.State, clock.GetUtcNow(), grant.Rules) is not EnrollPosting.NotPosted;
        return new StatusModel(
            grant,
            await TimelineAsync(grant, cancellation),
            isPosted ? await registrations.CountAsync(grant.Id, cancellation) : null,
            isPosted ? urls.Enroll(grant.Id).AbsoluteUri : null,
            grant.State is MiniGrant.Ended && door is not Door.Expired ? AskAgain(grant) : null,
            door,
            form)
        {
            Paperwork = grant.State is not MiniGrant.UnderReview ? await paperwork.ListAsync(grant.Id, cancellation) : [],
        };
    }

    protected override Answer Read(FormState form, Person person) => (form["action"], TextLimits.TooLong(form, "reason", TextLimits.Note)) switch
    {
        ("withdraw", null) => new Answer.Means(new MiniGrantCommand.Withdraw(person, form["reason"])),
        ("withdraw", { } tooLong) => new Answer.Unclear(StatusCodes.Status422UnprocessableEntity, tooLong),
        _ => new Answer.Unclear(StatusCodes.Status400BadRequest, NoSuchAction),
    };

    protected override bool IsAnsweredSo(MiniGrant.Known state, Person person, FormState form) =>
        state is MiniGrant.Withdrawn withdrawn && withdrawn.By.Email == person.Email;

    private string AskAgain(GrantView grant) =>
        urls.AskAgain(grant.Id, grant.Request.Submitter.Email, clock.GetUtcNow() + AskAgainLives).PathAndQuery;

    /// <summary>What happened and who was told of it. The sort is stable, so what happened stands before the mails of the same moment.</summary>
    private async Task<ImmutableArray<TimelineEntry>> TimelineAsync(GrantView grant, CancellationToken cancellation)
    {
        var history = _grants.HistoryAsync(grant.Id, cancellation);
        var told = await mails.ListAsync(grant.Id, cancellation);
        var sentences = new MailSentences(grant.Request.Submitter.Name, grant.Specialist);
        return [.. (await history).Select(EventSentences.Of).Concat(told.Select(sentences.Of).OfType<TimelineEntry>()).OrderBy(entry => entry.At)];
    }
}
