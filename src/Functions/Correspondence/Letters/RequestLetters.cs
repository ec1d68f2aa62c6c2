using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Correspondence.Requests;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Mail.Rendering;

namespace TechPlan.Functions.Correspondence.Letters;

/// <summary>The answers to mails with request forms that did not become requests at once.</summary>
internal sealed class RequestLetters(Stationery stationery)
{
    private const string WhySender = "You get this because a mini-grant request came from your address.";

    /// <summary>One answer about all the forms of a mail.</summary>
    internal MailContent Answer(PersonalMail mail, ImmutableArray<FormOutcome> outcomes, MailContents contents)
    {
        var open = outcomes.FirstOrDefault(outcome => outcome is not FormOutcome.Accepted) ?? outcomes[0];
        return stationery.Write(
            $"{Subject(outcomes)} ({open.Id})",
            FirstLine(outcomes),
            outcomes is [var only] ? $"Request {only.Id}: {TitleOf(only)}" : $"{outcomes.Length} requests came with your mail.",
            WhySender,
            [.. outcomes.SelectMany(outcome => BlocksOf(outcome, mail.From, outcomes.Length > 1)), RequestBlocks.Unused(contents)]);
    }

    /// <summary>Asks the ITL of record to send what came in her or his name (MG-04).</summary>
    internal MailContent Confirm(PersonalMail mail, FormOutcome.ToConfirm asked) => stationery.Write(
        $"Please confirm: {RequestBlocks.Title(asked.Reading)} ({asked.Id})",
        "Please look at this request, and press Send on its page if it is yours. If it is not, ignore this mail: nothing happens then.",
        $"Request {asked.Id}: {RequestBlocks.Title(asked.Reading)}",
        $"You get this because you are the ITL of record of {PlainWords.Line(asked.Reading.Draft.LeadSchool ?? "your school")}, and only you can ask for its mini-grants.",
        new MailBlock.Paragraph(HowItCame(mail, asked.Why)),
        new MailBlock.Button("Look at the request", stationery.Draft(asked.Id, asked.Itl.Email)),
        OpenPoints(asked.Open, "Still open; the page asks for it"),
        RequestBlocks.AsRead(asked.Reading));

    private static string Subject(ImmutableArray<FormOutcome> outcomes) => outcomes switch
    {
        [FormOutcome.ToComplete only] => $"Please complete: {RequestBlocks.Title(only.Reading)}",
        [FormOutcome.ToConfirm only] => $"Passed on to be confirmed: {RequestBlocks.Title(only.Reading)}",
        _ => $"Your {outcomes.Length} requests",
    };

    private static string FirstLine(ImmutableArray<FormOutcome> outcomes) => outcomes.OfType<FormOutcome.ToComplete>().Sum(outcome => outcome.Open.Length) switch
    {
        0 when outcomes.Any(outcome => outcome is FormOutcome.ToComplete) => "Please look at your request once more and send it.",
        0 when outcomes is [FormOutcome.ToConfirm only] => $"Nothing to do now: we have asked {PlainWords.Line(only.Itl.Name)} to confirm the request.",
        0 => "Nothing to do now: see below what became of each request.",
        1 => "Please put one thing right: your request does not count yet.",
        var count => $"Please put {count} things right: your request does not count yet.",
    };

    private static string TitleOf(FormOutcome outcome) => outcome switch
    {
        FormOutcome.ToComplete open => RequestBlocks.Title(open.Reading),
        FormOutcome.ToConfirm asked => RequestBlocks.Title(asked.Reading),
        _ => "accepted",
    };

    private IEnumerable<MailBlock?> BlocksOf(FormOutcome outcome, EmailAddress sender, bool several) => outcome switch
    {
        FormOutcome.Accepted accepted =>
        [
            new MailBlock.Paragraph($"We have the request from {RequestBlocks.Name(accepted.Form)} as {accepted.Id}; a mail of its own says what comes next."),
        ],
        FormOutcome.ToComplete open =>
        [
            OpenPoints(open.Open, several ? $"To put right in {RequestBlocks.Name(open.Form)}" : "To put right"),
            new MailBlock.Button(several ? $"Complete the request from {RequestBlocks.Name(open.Form)}" : "Complete the request", stationery.Draft(open.Id, sender)),
            new MailBlock.Paragraph("Everything that you sent is filled in there already. You can also reply to this mail with a corrected form."),
            RequestBlocks.AsRead(open.Reading),
        ],
        FormOutcome.ToConfirm asked =>
        [
            new MailBlock.Paragraph(
                $"Only the ITL of record can ask for a school’s mini-grant. For {PlainWords.Line(asked.Reading.Draft.LeadSchool ?? "the school")} that is {PlainWords.Line(asked.Itl.Name)}, who got a mail with the request{(several ? $" from {RequestBlocks.Name(asked.Form)}" : "")} and only needs to press Send. Until then it does not count."),
            RequestBlocks.AsRead(asked.Reading),
        ],
        _ => throw new InvalidOperationException($"No words for {outcome.GetType().Name}."),
    };

    private static MailBlock.Attention? OpenPoints(ImmutableArray<string> open, string heading) => open.IsEmpty ? null : new MailBlock.Attention(heading, open);

    private static string HowItCame(PersonalMail mail, Doubt why) => why switch
    {
        Doubt.Forged => $"It came in a mail that bears the address {mail.From}, but our mail system found that the address is not genuine. If you did not send it, do not press Send.",
        Doubt.NotProven => "It came in a mail that bears your address. We could not make sure that the mail is really from you, so we ask.",
        Doubt.AnotherAddress => $"{PlainWords.Line(mail.Sender.Name)} ({mail.From}) sent it to us.",
        Doubt.AnotherName => "It came from your address, but somebody else stands on the form as the one who asks.",
        Doubt.Forwarded => "You forwarded it to us. Since it was somebody else’s mail first, we ask you to confirm it.",
    };
}
