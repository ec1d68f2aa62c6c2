using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Answers;
using TechPlan.Functions.Correspondence.Letters;
using TechPlan.Functions.Correspondence.Paperwork;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence.Replies;

/// <summary>Handles replies to mails about a mini-grant: paperwork is filed, a changed form and everything else goes to people.</summary>
internal sealed class GrantReplies(GrantPeople people, PaperworkDesk paperwork, Postman postman, GrantLetters letters, StaffLetters staff)
{
    /// <summary>Null when the mail holds a new request.</summary>
    internal async Task<MailHandling?> TryHandleAsync(PersonalMail mail, MailContents contents, MiniGrant.Known grant, CancellationToken cancellation)
    {
        var hasForm = contents.Forms.Any(form => form.Name is not null);
        if (hasForm && grant is MiniGrant.Ended)
        {
            return null;
        }

        if (hasForm)
        {
            return await PassFormOnAsync(mail, grant, cancellation);
        }

        return grant is MiniGrant.Approved or MiniGrant.Confirmed && contents.HasFiles && await people.IncludeAsync(mail, grant, cancellation)
            ? await paperwork.FileAsync(mail, grant, cancellation)
            : await PassOnAsync(mail, grant, cancellation);
    }

    private async Task<MailHandling> PassFormOnAsync(PersonalMail mail, MiniGrant.Known grant, CancellationToken cancellation)
    {
        var decider = await people.DeciderOfAsync(grant, cancellation);
        await postman.TellAsync(mail, "decider", decider, staff.FormChanged(mail, grant, decider.Email), grant.Submission.Id, cancellation);
        if (decider.Email != postman.Office.Email)
        {
            await postman.TellAsync(mail, "office", postman.Office, staff.FormChanged(mail, grant, postman.Office.Email), grant.Submission.Id, cancellation);
        }

        await postman.AnswerAsync(mail, letters.CannotBeChanged(grant, mail.From), grant.Submission.Id, cancellation);
        return new MailHandling(MailPlace.NeedsAttention, []);
    }

    /// <summary>
    /// To the office, quoted; the office itself needs no copy of what it wrote. The sender gets no answer from a program in the
    /// midst of a conversation, but for a specialist whose reply looks like a decision and is none.
    /// </summary>
    private async Task<MailHandling> PassOnAsync(PersonalMail mail, MiniGrant.Known grant, CancellationToken cancellation)
    {
        if (!people.IsFromOffice(mail))
        {
            await postman.TellAsync(mail, "office", postman.Office, staff.PleaseAnswer(mail, grant.Submission.Id, grant), grant.Submission.Id, cancellation);
        }

        if (grant is MiniGrant.UnderReview && await people.DeciderOfAsync(grant, cancellation) is var decider && people.IsFrom(mail, decider))
        {
            await postman.AnswerAsync(mail, letters.DecideByLink(grant, decider.Email), grant.Submission.Id, cancellation);
        }

        return new MailHandling(MailPlace.NeedsAttention, []);
    }
}
