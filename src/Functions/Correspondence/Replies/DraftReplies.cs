using Microsoft.Extensions.Options;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Correspondence.Requests;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence.Replies;

/// <summary>Handles replies to letters about a draft: a corrected form, or a few fields typed into the reply, complete it.</summary>
internal sealed class DraftReplies(MailedRequestDesk desk, RequestMails requests, IOptions<SenderOptions> senders)
{
    /// <summary>
    /// Null when the mail corrects nothing. Only whoever the draft's link was mailed to can correct it: what others send, even the
    /// colleague who sent the form first, is a request of its own. Of several forms nobody knows which one is meant.
    /// </summary>
    internal async Task<MailHandling?> TryHandleAsync(PersonalMail mail, MailContents contents, KeptDraft draft, CancellationToken cancellation)
    {
        var correction = contents.Forms switch
        {
            [var only] => only,
            [] when MailReader.LabelsIn(mail.Mail) is { } typed => new FoundForm(1, null, typed, default),
            _ => null,
        };
        if (correction is null || !mail.IsFrom(draft.Owner, senders.Value.RequireAuthentication))
        {
            return null;
        }

        var outcome = await desk.CorrectAsync(mail, correction, draft, cancellation);
        var answered = await requests.AnswerAsync(mail, [outcome], contents, cancellation);
        return new MailHandling(answered ? MailPlace.Processed : MailPlace.NeedsAttention, RequestMails.Accepted([outcome]));
    }
}
