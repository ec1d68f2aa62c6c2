using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using static TechPlan.Functions.Mail.Rendering.Letters.Letter;

namespace TechPlan.Functions.Mail.Rendering.Letters;

/// <summary>When a request was decided, or ended without a decision.</summary>
internal static class DecisionLetters
{
    public static MailContent Approved(MailContext context) => Of(context, "Approved",
        $"Approved. Please see that at least {People(context.Minimum)} register by {context.Dates.Moment(context.CheckAt)}.",
        Paragraph($"The session is on Enroll and registration is open. Pass the link on to your colleagues; with fewer than {People(context.Minimum)} when the registrations are counted, the session is cancelled."),
        new MailBlock.Button("Open the session on Enroll", context.Links.Enroll),
        StatusLink(context),
        FactSheets.Outcome(context),
        FactSheets.Registration(context));

    public static MailContent Rejected(MailContext context) => Of(context, "Not approved",
        "Nothing needs doing: your request was not approved. The note below says why.",
        context.State is MiniGrant.Rejected rejected ? Words($"{PlainWords.Line(rejected.By.Name)} writes", rejected.Note) : null,
        Paragraph($"You can ask again at any time, for a session at least {context.Rules.Policy.LeadTimeDays} days ahead."),
        AskAgainLink(context),
        StatusLink(context),
        FactSheets.Outcome(context),
        FactSheets.Session(context));

    public static MailContent Expired(MailContext context) => context.Notice.To is Audience.LeadItl
        ? Of(context, "Expired",
            "Nothing needs doing: the request has expired, because nobody decided in time. The session does not take place.",
            Paragraph($"We are sorry. A decision was due by {context.Dates.Moment(context.CheckAt)}, when the registrations had to be counted. You can ask again for a session at least {context.Rules.Policy.LeadTimeDays} days ahead."),
            AskAgainLink(context),
            StatusLink(context),
            FactSheets.Outcome(context),
            FactSheets.Session(context))
        : Of(context, "Expired",
            "Nothing needs doing any more: the request has expired without a decision.",
            Paragraph($"A decision was due by {context.Dates.Moment(context.CheckAt)}. {LeadItl(context)} was told that the session does not take place and that the school can ask again."),
            OutcomeLink(context),
            FactSheets.Outcome(context),
            FactSheets.Session(context));

    public static MailContent Withdrawn(MailContext context) => context.Notice.To switch
    {
        Audience.LeadItl => Of(context, "Withdrawn",
            Tells(context) is null ? "Nothing needs doing: your request is withdrawn." : $"Your request is withdrawn. {Asked(context)}",
            Tells(context),
            Paragraph("Everybody who had to do with the session was told."),
            Reason(context),
            StatusLink(context),
            FactSheets.Outcome(context),
            FactSheets.Session(context)),
        Audience.Specialist => Of(context, "Withdrawn",
            $"Nothing needs doing: {LeadSchool(context)} has withdrawn its request.",
            Reason(context),
            OutcomeLink(context),
            FactSheets.Outcome(context),
            FactSheets.Session(context)),
        _ => Of(context, "Does not take place",
            $"Please do not come on {SessionStart(context)}: the session does not take place.",
            Paragraph($"{LeadSchool(context)} has withdrawn it. You need not do anything about your place."),
            Reason(context),
            FactSheets.Outcome(context),
            FactSheets.Invitation(context)),
    };

    /// <summary>Only a posted session had a facilitator to tell.</summary>
    private static MailBlock? Tells(MailContext context) => context.State is MiniGrant.Withdrawn { WasPosted: true } ? TellFacilitator(context) : null;

    private static string Asked(MailContext context) =>
        $"Please tell {PlainWords.Line(context.People.FacilitatorToTell!)} before {SessionStart(context)}.";

    private static MailBlock? Reason(MailContext context) =>
        context.State is MiniGrant.Withdrawn withdrawn ? Words("The reason given", withdrawn.Reason) : null;
}
