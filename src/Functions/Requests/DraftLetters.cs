using Microsoft.Extensions.Options;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Web;

namespace TechPlan.Functions.Requests;

/// <summary>Why a draft's link is mailed.</summary>
public enum LetterReason
{
    /// <summary>The request is complete; pressing Send behind the link proves the address.</summary>
    Prove,

    /// <summary>The person wants to go on later.</summary>
    Kept,

    /// <summary>An older link has expired.</summary>
    Renewed,
}

/// <summary>
/// The letters with a draft's link. They quote nothing of the draft: whoever typed it has not yet shown that the address is
/// her or his.
/// </summary>
public sealed class DraftLetters(OwnMailbox mailbox, IOptions<DistrictOptions> district, DirectoryCache directory)
{
    /// <param name="until">When the link expires (UTC).</param>
    internal async Task<MailContent> OfAsync(KeptDraft draft, LetterReason reason, Uri link, DateTimeOffset until, CancellationToken cancellation)
    {
        var calendar = (await directory.GetAsync(cancellation)).Rules.Calendar;
        var (subject, firstLine, button) = Words(reason);
        return new MailContent(
            $"{subject} ({draft.Id})",
            firstLine,
            $"Mini-grant request {draft.Id}, not sent yet",
            [
                new MailBlock.Button(button, link),
                new MailBlock.Paragraph(Meaning(reason)),
                new MailBlock.Paragraph($"The link is yours alone and good until {DistrictText.Date(calendar.DateAt(until))}. Please do not forward this mail."),
            ],
            "You get this because your address was typed into the form for a mini-grant. If it was not you who did so, you need not do anything: nothing is sent without you.",
            $"Sent by {mailbox.Sender.Name}, {district.Value.Name}. A reply to this mail reaches {mailbox.Address}.");
    }

    private static (string Subject, string FirstLine, string Button) Words(LetterReason reason) => reason switch
    {
        LetterReason.Prove => ("Please send your mini-grant request", "Please open your request and press Send: it does not count before you do.", "Open my request and send it"),
        LetterReason.Kept => ("Your draft of a mini-grant request", "Nothing needs doing now: with this link you go on with your draft whenever you like.", "Go on with my draft"),
        LetterReason.Renewed => ("A new link to your mini-grant request", "Here is a new link to your draft: open it to go on.", "Go on with my draft"),
    };

    private static string Meaning(LetterReason reason) => reason switch
    {
        LetterReason.Prove => "Everything that the form asks for is there. By sending it from this mail you show that the request comes from you; in the same browser we will not ask for that again for half a year.",
        _ => "The draft does not count as a request before you have sent it, and the notice that a session needs is reckoned from that day.",
    };
}
