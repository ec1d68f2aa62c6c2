using System.Collections.Immutable;
using System.Text;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Correspondence.Reading;
using TechPlan.Functions.Correspondence.Replies;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Correspondence.Requests;

/// <summary>
/// Takes in what a form asks for when it is complete, sure and sent by the ITL of record (MG-02, MG-04); otherwise keeps it as a
/// draft. What an earlier run has done with the same form stays done.
/// </summary>
internal sealed class MailedRequestDesk(IntakeService intake, IDraftStore drafts, FormJudge judge, TimeProvider clock)
{
    /// <summary>A row holds this beside the decision about it; of a larger file the fields are kept, and the file stays in the mailbox.</summary>
    private const int LargestFile = 256 * 1024;

    /// <summary>A form that came as a new request.</summary>
    /// <param name="remarks">What else the ITL and the specialist should know about how it came.</param>
    internal async Task<FormOutcome> TakeAsync(PersonalMail mail, FoundForm form, ImmutableArray<string> remarks, CancellationToken cancellation)
    {
        var source = mail.Key.Source(form.Nth);
        var kept = drafts.FindAsync(MiniGrantId.For(source), cancellation);
        if (await intake.FindAsync(source, cancellation) is { } taken)
        {
            return new FormOutcome.Accepted(form, taken.Id);
        }

        // Somebody may have worked on the draft since an earlier run mailed its link.
        var keepAgain = await kept is null;
        return await DecideAsync(mail, form, source, remarks, keepAgain, cancellation);
    }

    /// <summary>A form, or some fields of one, that came in reply to a letter about a draft.</summary>
    internal async Task<FormOutcome> CorrectAsync(PersonalMail mail, FoundForm correction, KeptDraft draft, CancellationToken cancellation)
    {
        var form = correction with { Typed = TypedLimits.Bounded(MergedForm.Of(draft.Form, correction.Typed)), File = default };
        return await intake.FindAsync(draft.Source, cancellation) is { } taken
            ? new FormOutcome.Accepted(form, taken.Id)
            : await DecideAsync(mail, form, draft.Source, [], keep: true, cancellation);
    }

    /// <param name="keep">False when its draft was kept before: it is then asked about again, and not taken in without its owner.</param>
    private async Task<FormOutcome> DecideAsync(
        PersonalMail mail, FoundForm form, string source, ImmutableArray<string> remarks, bool keep, CancellationToken cancellation)
    {
        var judged = await judge.JudgeAsync(mail, form.Typed, cancellation);
        var incoming = IncomingOf(mail, form, source, judged, remarks);
        var refusals = await intake.CheckAsync(incoming.Reading, cancellation);
        if (keep && judged.IsSure && refusals.IsEmpty && await intake.TakeInAsync(incoming, cancellation) is IntakeOutcome.Taken taken)
        {
            return new FormOutcome.Accepted(form, taken.Id);
        }

        var draft = new KeptDraft(MiniGrantId.For(source), source, judged.Reading.Typed, judged.Owner, mail.Answered, clock.GetUtcNow());
        await (keep ? drafts.KeepAsync(draft, cancellation) : Task.CompletedTask);
        var open = OpenPoints.Of(judged.Reading, refusals);
        return judged.Sender is SenderVerdict.AskItl ask
            ? new FormOutcome.ToConfirm(form, draft.Id, judged.Reading, open, ask.Itl, ask.Why)
            : new FormOutcome.ToComplete(form, draft.Id, judged.Reading, open);
    }

    private static Incoming IncomingOf(PersonalMail mail, FoundForm form, string source, JudgedForm judged, ImmutableArray<string> remarks) =>
        new(source, BodyOf(form), new DraftReading(judged.Reading.Draft, judged.Reading.Problems))
        {
            ReadAs = [.. OpenPoints.Understood(judged.Reading), .. remarks],
            Conversation = mail.Mail.GraphId,
        };

    private static byte[] BodyOf(FoundForm form) =>
        form.File.Length is > 0 and <= LargestFile ? form.File.ToArray() : Encoding.UTF8.GetBytes(StoredJson.Write(form.Typed));
}
