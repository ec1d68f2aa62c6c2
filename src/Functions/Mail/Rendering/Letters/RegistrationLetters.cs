using TechPlan.Domain.Notices;
using static TechPlan.Functions.Mail.Rendering.Letters.Letter;

namespace TechPlan.Functions.Mail.Rendering.Letters;

/// <summary>While registrations come in and are counted.</summary>
internal static class RegistrationLetters
{
    public static MailContent Low(MailContext context) => context.Notice.To is Audience.LeadItl ? LowForLead(context) : LowForSpecialist(context);

    public static MailContent Held(MailContext context) => Of(context, "Takes place",
        "Nothing needs doing: your session takes place, however many people register.",
        FactSheets.Outcome(context),
        StatusLink(context),
        new MailBlock.Link("Open the session on Enroll", context.Links.Enroll),
        FactSheets.Registration(context));

    public static MailContent PleaseCount(MailContext context) => Of(context, "Please enter the number of registrations",
        $"Please enter the number of registrations by {SessionStart(context)}.",
        Paragraph($"Enroll did not answer when the registrations were to be counted ({context.Dates.Moment(context.CheckAt)}). Please look the number up, or ask {LeadItl(context)}. The session takes place with {context.Minimum} or more; nothing is cancelled until there is a number."),
        new MailBlock.Button("Enter the number", context.Links.Count),
        new MailBlock.Link("Hold the session whatever the number", context.Links.Hold),
        FactSheets.Registration(context));

    public static MailContent CountMissing(MailContext context) => Of(context, "The number of registrations is missing",
        $"Please find out now whether the session takes place: it begins {SessionStart(context)}.",
        Paragraph($"The registrations could not be counted, and {context.People.SpecialistName} was asked for the number and has not given it. Nobody has been told whether the session takes place; it needs {People(context.Minimum)}."),
        new MailBlock.Button("Enter the number", context.Links.Count),
        OfficeBlocks.Tasks(context),
        Facts("Whom to ask",
            context.People.Specialist is { } specialist ? new Fact("Specialist", $"{context.People.SpecialistName}, {specialist.Email}") : null,
            new Fact("Lead ITL", $"{LeadItl(context)}, {context.Request.Submitter.Email}")),
        FactSheets.Session(context));

    private static MailContent LowForLead(MailContext context) => Of(context, $"Too few registrations, counted {context.Dates.Short(context.CheckAt)}",
        $"Please find {Missing(context)} by {context.Dates.Moment(context.CheckAt)}, or the session is cancelled.",
        Paragraph($"{Registered(context)} a session needs {context.Minimum}. Pass the link on to your colleagues and to the other schools."),
        new MailBlock.Button("Open the session on Enroll", context.Links.Enroll),
        StatusLink(context),
        FactSheets.Registration(context));

    private static MailContent LowForSpecialist(MailContext context) => Of(context, $"Too few registrations, counted {context.Dates.Short(context.CheckAt)}",
        $"Please say by {context.Dates.Moment(context.CheckAt)} if the session is to be held anyway.",
        Paragraph($"{Registered(context)} a session needs {context.Minimum}. If you do nothing, the session is cancelled when the count is still under the minimum then. {LeadItl(context)} was asked to find more people."),
        new MailBlock.Button("Hold the session anyway", context.Links.Hold),
        new MailBlock.Link("Open the session on Enroll", context.Links.Enroll),
        FactSheets.Registration(context));

    /// <summary>Since the early count more people may have registered.</summary>
    private static string Missing(MailContext context) => context.Registered switch
    {
        { } registered when registered < context.Minimum => context.Minimum - registered == 1 ? "1 more person" : $"{context.Minimum - registered} more people",
        { } => "a few more people, to be safe,",
        null => "more people",
    };

    private static string Registered(MailContext context) =>
        context.Registered is { } registered ? $"{AreRegistered(registered)} so far;" : "Too few people are registered so far;";
}
