using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Answers;
using TechPlan.Functions.Correspondence.Letters;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence.Requests;

/// <summary>Handles mails with request forms: every form is a request of its own, and one answer speaks of all that did not become requests at once.</summary>
internal sealed class RequestMails(MailedRequestDesk desk, Postman postman, RequestLetters letters)
{
    /// <summary>Enough for every session of a year; whoever attaches more is answered by a person.</summary>
    private const int MostForms = 10;

    internal async Task<MailHandling> HandleAsync(PersonalMail mail, MailContents contents, CancellationToken cancellation)
    {
        var outcomes = ImmutableArray.CreateBuilder<FormOutcome>();
        foreach (var form in contents.Forms.Take(MostForms))
        {
            outcomes.Add(await desk.TakeAsync(mail, form, Remarks(form, contents), cancellation));
        }

        var answered = await AnswerAsync(mail, outcomes.ToImmutable(), contents, cancellation);
        return new MailHandling(answered && contents.Forms.Length <= MostForms ? MailPlace.Processed : MailPlace.NeedsAttention, Accepted(outcomes));
    }

    /// <summary>Answers for what did not become a request; for what did, its own mails speak.</summary>
    /// <returns>False when somebody who should have a letter gets none.</returns>
    internal async Task<bool> AnswerAsync(PersonalMail mail, ImmutableArray<FormOutcome> outcomes, MailContents contents, CancellationToken cancellation)
    {
        var asked = true;
        foreach (var confirm in outcomes.OfType<FormOutcome.ToConfirm>())
        {
            asked &= await postman.AskAsync(mail, FormattableString.Invariant($"confirm-{confirm.Form.Nth}"), confirm.Itl, letters.Confirm(mail, confirm), confirm.Id, cancellation);
        }

        // The ITL has been asked already, in the same conversation.
        var toAnswer = outcomes.Where(outcome => outcome is not FormOutcome.ToConfirm confirm || confirm.Itl.Email != mail.From).ToImmutableArray();
        return toAnswer.All(outcome => outcome is FormOutcome.Accepted)
            ? asked
            : await postman.AnswerAsync(mail, letters.Answer(mail, toAnswer, contents), IdOf(toAnswer), cancellation) && asked;
    }

    internal static ImmutableArray<MiniGrantId> Accepted(IEnumerable<FormOutcome> outcomes) => [.. outcomes.OfType<FormOutcome.Accepted>().Select(outcome => outcome.Id)];

    /// <summary>A reply is known by what the letter was about, so one about several drafts is about the first of them.</summary>
    private static MiniGrantId IdOf(ImmutableArray<FormOutcome> outcomes) => outcomes.First(outcome => outcome is not FormOutcome.Accepted).Id;

    private static ImmutableArray<string> Remarks(FoundForm form, MailContents contents) =>
    [
        .. contents.Forms.Length > 1 ? [$"The request was read from {RequestBlocks.Name(form)}; the mail had {contents.Forms.Length} forms."] : Array.Empty<string>(),
        .. contents.Others.Select(name => $"“{name}” came with the form; it is no request form, so we did not use it."),
        .. contents.Unread.Select(file => $"“{file.Name}” came with the form and could not be read."),
    ];
}
