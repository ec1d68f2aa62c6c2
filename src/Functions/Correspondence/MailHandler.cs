using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Correspondence.Replies;
using TechPlan.Functions.Correspondence.Requests;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence;

/// <summary>Sends each mail where it belongs: programs to nobody, requests to the intake, replies to what they are about, the rest to people.</summary>
internal sealed class MailHandler(
    MailReader reader,
    RequestMails requests,
    DraftReplies draftReplies,
    GrantReplies grantReplies,
    QuestionDesk questions,
    Bounces bounces,
    MiniGrantService grants,
    IDraftStore drafts,
    OwnMailbox own,
    IOptions<SenderOptions> senders,
    ILogger<MailHandler> log) : IMailHandler
{
    public async Task<MailHandling> HandleAsync(InboundMail mail, CancellationToken cancellation)
    {
        var nature = NatureOfMail.Of(mail, [own.Sender.Email]);
        var handling = nature switch
        {
            MailNature.Person => await HandlePersonAsync(mail, mail.From!, cancellation),
            MailNature.Bounce => new MailHandling(await bounces.HandleAsync(mail, cancellation), []),
            _ => new MailHandling(HoldsForm(mail, nature) ? MailPlace.NeedsAttention : MailPlace.Processed, []),
        };
        log.LogInformation("Mail {Mail} from a {Nature} went to {Place}; {Accepted} requests were accepted.", MailKey.Of(mail), nature, handling.Place, handling.Wake.Length);
        return handling;
    }

    private async Task<MailHandling> HandlePersonAsync(InboundMail inbound, EmailAddress from, CancellationToken cancellation)
    {
        var mail = new PersonalMail(inbound, from, SenderAuthentication.Of(inbound, senders.Value.AuthservIds));
        var contents = reader.Read(inbound);
        return await TryReplyAsync(mail, contents, cancellation)
            ?? (contents.Forms.IsEmpty
                ? await questions.HandleAsync(mail, contents, inbound.About, cancellation)
                : await requests.HandleAsync(mail, contents, cancellation));
    }

    /// <summary>Null when it is no reply, or one that has to be handled like a new mail.</summary>
    private async Task<MailHandling?> TryReplyAsync(PersonalMail mail, MailContents contents, CancellationToken cancellation) =>
        mail.Mail.About is not { } about ? null
        : await grants.FindAsync(about, cancellation) is { } grant ? await grantReplies.TryHandleAsync(mail, contents, grant, cancellation)
        : await drafts.FindAsync(about, cancellation) is { } draft ? await draftReplies.TryHandleAsync(mail, contents, draft, cancellation)
        : null;

    /// <summary>A request that a program sent is not answered, but somebody must see it. Programs that answer quote our letters, so only their files are looked at.</summary>
    private bool HoldsForm(InboundMail mail, MailNature nature) =>
        !(nature is MailNature.AutoReply or MailNature.Own ? reader.ReadFiles(mail) : reader.Read(mail)).Forms.IsEmpty;
}
