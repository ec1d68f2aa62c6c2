using System.Globalization;
using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Letters;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Correspondence.Answers;

/// <summary>Posts the letters that a mail leads to: each once, to one person, and within the limit.</summary>
internal sealed class Postman(ILetterBox letters, AnswerCap cap, StaffLetters staff, IOptions<OfficeOptions> office)
{
    /// <summary>The office as somebody who can be written to.</summary>
    internal Person Office => office.Value.Person;

    /// <summary>Answers the sender in the same conversation, and nobody else, however many the mail went to.</summary>
    /// <returns>False when the sender gets no answer, so that a person must look.</returns>
    internal Task<bool> AnswerAsync(PersonalMail mail, MailContent content, MiniGrantId? about, CancellationToken cancellation) =>
        mail.MayBeAnswered ? PostAsync(mail, new Letter(mail.Key.Letter("answer"), mail.Sender, content, about, mail.Answered), cancellation) : Task.FromResult(false);

    /// <summary>Asks somebody else about a mail. Its conversation goes on only with its own sender.</summary>
    /// <returns>False when the person was asked too often today.</returns>
    internal Task<bool> AskAsync(PersonalMail mail, string role, Person person, MailContent content, MiniGrantId about, CancellationToken cancellation) =>
        PostAsync(mail, new Letter(mail.Key.Letter(role), person, content, about, mail.MayBeAnswered && person.Email == mail.From ? mail.Answered : null), cancellation);

    /// <summary>
    /// Tells those who run the program; that is never held back. Nobody is told of her or his own mail: a mailbox that answers by
    /// itself, as those of ticket systems do, would be written to for ever.
    /// </summary>
    internal Task TellAsync(PersonalMail mail, string role, Person person, MailContent content, MiniGrantId? about, CancellationToken cancellation) =>
        person.Email == mail.From ? Task.CompletedTask : letters.PostAsync(new Letter(mail.Key.Letter(role), person, content, about), cancellation);

    private async Task<bool> PostAsync(PersonalMail mail, Letter letter, CancellationToken cancellation)
    {
        if (!await cap.AllowsAsync(letter.To.Email, letter.Key, mail.Mail.ReceivedAt, cancellation))
        {
            await TellOfLimitAsync(mail, cancellation);
            return false;
        }

        await letters.PostAsync(letter, cancellation);
        return true;
    }

    /// <summary>Once a day for each sender.</summary>
    private Task TellOfLimitAsync(PersonalMail mail, CancellationToken cancellation)
    {
        var day = cap.DayOf(mail.Mail.ReceivedAt).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return letters.PostAsync(new Letter($"limit:{day}:{PersonKey.Of(mail.From)}", Office, staff.NoMoreAnswers(mail, cap.Most), About: null), cancellation);
    }
}
