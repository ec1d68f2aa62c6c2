using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Answers;
using TechPlan.Functions.Correspondence.Letters;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence;

/// <summary>Handles mails without a request: what only failed to be one is answered with the way to ask, the rest goes to a person.</summary>
internal sealed class QuestionDesk(Postman postman, OtherLetters letters, StaffLetters staff)
{
    /// <param name="about">What the mail answers a letter about; null when it answers none.</param>
    internal async Task<MailHandling> HandleAsync(PersonalMail mail, MailContents contents, MiniGrantId? about, CancellationToken cancellation)
    {
        if (!contents.Unread.IsEmpty)
        {
            return Placed(await postman.AnswerAsync(mail, letters.Unreadable(contents), about, cancellation));
        }

        if (!contents.HasFiles && IsEmpty(mail.Mail))
        {
            return Placed(await postman.AnswerAsync(mail, letters.Empty(), about, cancellation));
        }

        await postman.TellAsync(mail, "office", postman.Office, staff.PleaseAnswer(mail, about, grant: null), about, cancellation);
        await postman.AnswerAsync(mail, letters.PassedOn(contents), about, cancellation);
        return Placed(false);
    }

    private static bool IsEmpty(InboundMail mail) => string.IsNullOrWhiteSpace(mail.Text) && string.IsNullOrWhiteSpace(mail.Html);

    private static MailHandling Placed(bool done) => new(done ? MailPlace.Processed : MailPlace.NeedsAttention, []);
}
