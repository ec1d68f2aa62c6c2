using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using static TechPlan.Functions.Mail.Rendering.Letters.Letter;

namespace TechPlan.Functions.Mail.Rendering.Letters;

/// <summary>When the registrations were counted and it is clear whether the session takes place.</summary>
internal static class OutcomeLetters
{
    public static MailContent Confirmed(MailContext context) => context.Notice.To switch
    {
        Audience.LeadItl => Of(context, "Confirmed",
            $"Please be ready on {SessionStart(context)}: your session takes place.",
            TellFacilitator(context),
            Paragraph("Everybody registered on Enroll was told. Please keep the sign-in sheets and time cards: as lead ITL you hand in the paperwork after the session."),
            StatusLink(context),
            FactSheets.Outcome(context),
            FactSheets.Session(context)),
        Audience.Specialist => Of(context, "Confirmed",
            $"Nothing needs doing: the session takes place on {SessionStart(context)}.",
            OutcomeLink(context),
            FactSheets.Outcome(context),
            FactSheets.Session(context)),
        Audience.Facilitator => Of(context, "Confirmed",
            $"Please come on {SessionStart(context)}: the session that you assist in takes place.",
            Paragraph($"{LeadItl(context)} of {LeadSchool(context)} organizes the session and can tell you more."),
            FactSheets.Outcome(context),
            FactSheets.Invitation(context)),
        _ => Of(context, "Confirmed",
            $"Please come on {SessionStart(context)}: the session takes place.",
            new MailBlock.Link("See the session on Enroll", context.Links.Enroll),
            FactSheets.Outcome(context),
            FactSheets.Invitation(context)),
    };

    public static MailContent Cancelled(MailContext context) => context.Notice.To switch
    {
        Audience.LeadItl => Of(context, "Cancelled",
            context.People.FacilitatorToTell is { } name
                ? $"Please tell {PlainWords.Line(name)} before {SessionStart(context)}: the session is cancelled."
                : "Nothing needs doing: the session is cancelled, and everybody registered was told.",
            Paragraph($"{Count(context)} You can ask again for a session at least {context.Rules.Policy.LeadTimeDays} days ahead."),
            TellFacilitator(context),
            AskAgainLink(context),
            StatusLink(context),
            FactSheets.Outcome(context),
            FactSheets.Session(context)),
        Audience.Specialist => Of(context, "Cancelled",
            $"Nothing needs doing: the session on {SessionStart(context)} is cancelled.",
            Paragraph($"{Count(context)} {LeadItl(context)} and everybody registered were told."),
            OutcomeLink(context),
            FactSheets.Outcome(context),
            FactSheets.Session(context)),
        _ => Of(context, "Cancelled",
            $"Please do not come on {SessionStart(context)}: the session is cancelled.",
            Paragraph($"{Count(context)} You need not do anything about your place."),
            FactSheets.Outcome(context),
            FactSheets.Invitation(context)),
    };

    private static string Count(MailContext context) => context.State is MiniGrant.Cancelled { Count.Registered: { } registered }
        ? $"{(registered == 1 ? "1 person was" : $"{registered} people were")} registered when it was checked; a session needs {context.Minimum}."
        : $"Too few people were registered; a session needs {context.Minimum}.";
}
