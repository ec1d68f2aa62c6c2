using TechPlan.Domain.MiniGrants;
using static TechPlan.Functions.Mail.Rendering.Letters.Letter;

namespace TechPlan.Functions.Mail.Rendering.Letters;

/// <summary>While a request waits for its decision.</summary>
internal static class ReviewLetters
{
    public static MailContent Received(MailContext context) => Of(context, "We have your request",
        $"Nothing to do now: we have your request, and a decision is due by {context.Dates.Moment(context.CheckAt)}.",
        Paragraph($"{context.People.SpecialistName} decides about it, and we write to you as soon as that is done. If nobody has decided by then, the request expires; we remind the specialist before."),
        StatusLink(context),
        Paragraph("There you can also withdraw the request."),
        ReadAs(context),
        FactSheets.Request(context));

    public static MailContent PleaseReview(MailContext context) => Of(context, $"Please decide by {context.Dates.Short(context.CheckAt)}",
        $"Please decide by {context.Dates.Moment(context.CheckAt)}.",
        Flags(context),
        Paragraph($"{LeadItl(context)} of {LeadSchool(context)} asks for a mini-grant for the session {Title(context)} on {SessionStart(context)}. Approve it, or reject it with a note."),
        ReviewButton(context),
        ExpiryWarning(),
        FactSheets.Request(context));

    public static MailContent Reminder(MailContext context) => Of(context, $"Reminder, please decide by {context.Dates.Short(context.CheckAt)}",
        $"Please decide by {context.Dates.Moment(context.CheckAt)}: this request still waits for you.",
        Flags(context),
        Paragraph($"{LeadItl(context)} of {LeadSchool(context)} asked on {context.Dates.Moment(context.Submission.SubmittedAt)} for a mini-grant for a session on {SessionStart(context)}."),
        ReviewButton(context),
        ExpiryWarning(),
        FactSheets.Request(context));

    public static MailContent Undecided(MailContext context) => Of(context, $"Undecided, expires {context.Dates.Short(context.CheckAt)}",
        $"Please see that {Decider(context)} decides by {context.Dates.Moment(context.CheckAt)}.",
        Paragraph($"{LeadSchool(context)} asked on {context.Dates.Moment(context.Submission.SubmittedAt)}, and nobody has decided. Without a decision the request expires, and the school can only ask again for a later date."),
        OfficeBlocks.WriteTo(context.People.Specialist, $"Please decide about mini-grant {context.Submission.Id}"),
        new MailBlock.Link("See the request, or decide in the specialist’s place", context.Links.Review),
        Flags(context),
        OfficeBlocks.Tasks(context),
        FactSheets.Request(context));

    private static string Decider(MailContext context) =>
        context.People.Specialist is null ? $"somebody for {PlainWords.Line(context.Submission.Cluster)}" : context.People.SpecialistName;

    private static MailBlock ReviewButton(MailContext context) => new MailBlock.Button("Review the request", context.Links.Review);

    private static MailBlock ExpiryWarning() =>
        Paragraph("You need no login. The link is yours alone, so please do not pass it on. Without a decision in time the request expires and the school is told so.");

    /// <summary>Only who filled in the form can tell whether it was understood.</summary>
    private static MailBlock.Attention? ReadAs(MailContext context) =>
        context.Submission.Flags.Where(flag => flag.Kind is FlagKind.ReadFromForm).Select(flag => PlainWords.Line(flag.Detail)).ToArray() is { Length: > 0 } sentences
            ? new MailBlock.Attention("How we read your form; please reply if something is wrong", [.. sentences])
            : null;

    private static MailBlock.Attention? Flags(MailContext context) =>
        FlagSentences(context.Submission) is { IsEmpty: false } sentences ? new MailBlock.Attention("Please note", sentences) : null;
}
