using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;

namespace TechPlan.Functions.Mail.Rendering.Letters;

/// <summary>What all letters have in common.</summary>
internal static class Letter
{
    private const int TitleInSubject = 48;

    /// <summary>Puts a letter together around what is particular to it.</summary>
    /// <param name="subject">The subject's beginning; the title and the id follow.</param>
    public static MailContent Of(MailContext context, string subject, string firstLine, params IEnumerable<MailBlock?> blocks) => new(
        $"{subject}: {PlainWords.Line(context.Request.Title, TitleInSubject)} ({context.Submission.Id})",
        firstLine,
        $"Mini-grant {context.Submission.Id}: {Title(context)}",
        [.. blocks.OfType<MailBlock>()],
        Why(context),
        $"Sent by {context.People.Office.Name}, {context.People.District}. A reply to this mail reaches {context.People.Office.Email}.");

    public static string Title(MailContext context) => $"“{PlainWords.Line(context.Request.Title)}”";

    public static string LeadSchool(MailContext context) => PlainWords.Line(context.Request.LeadSchool);

    public static string LeadItl(MailContext context) => PlainWords.Line(context.Request.Submitter.Name);

    /// <summary><c>Wednesday, October 14, 3:30 pm</c></summary>
    public static string SessionStart(MailContext context) => MailDates.Moment(context.Request.Session.Date, context.Request.Session.Start);

    public static MailBlock Paragraph(string text) => new MailBlock.Paragraph(text);

    public static MailBlock Words(string heading, string typed) => new MailBlock.Quotation(heading, PlainWords.Lines(typed));

    /// <summary>Where the lead ITL sees it all, and may withdraw.</summary>
    public static MailBlock StatusLink(MailContext context) => new MailBlock.Link("See where your request stands", context.Links.Status);

    /// <summary>Where the lead ITL finds the form, filled in as before.</summary>
    public static MailBlock AskAgainLink(MailContext context) => new MailBlock.Link("Ask again: the form opens with your answers", context.Links.AskAgain);

    /// <summary>Where the specialist sees what was asked and what became of it.</summary>
    public static MailBlock OutcomeLink(MailContext context) => new MailBlock.Link("See the request and its outcome", context.Links.Review);

    /// <summary>The lead ITL is asked to pass it on to a facilitator without a known address; otherwise null.</summary>
    public static MailBlock? TellFacilitator(MailContext context) => context.People.FacilitatorToTell is { } name
        ? Paragraph($"Please tell {PlainWords.Line(name)}, who assists in the session: we have no address for the name, so this mail did not go there.")
        : null;

    public static string People(int count) => count == 1 ? "1 person" : $"{count} people";

    public static string AreRegistered(int count) => count == 1 ? "1 person is registered" : $"{count} people are registered";

    private static string Why(MailContext context) => context.Notice.To switch
    {
        Audience.LeadItl => $"You get this because you asked for the mini-grant as the ITL of {LeadSchool(context)}.",
        Audience.Specialist => $"You get this because you are the SOS specialist of {PlainWords.Line(context.Submission.Cluster)}, to which {LeadSchool(context)} belongs.",
        Audience.Office => "You get this because your office runs the mini-grant program.",
        Audience.Facilitator => "You get this because the request names you as the session’s facilitator.",
        Audience.RegisteredPeople => "You get this because you registered for this session on Enroll.",
    };

    /// <summary>The rows that are there.</summary>
    public static MailBlock Facts(string heading, params IEnumerable<Fact?> rows) =>
        new MailBlock.Facts(heading, [.. rows.OfType<Fact>()]);

    public static ImmutableArray<string> FlagSentences(Submission submission) =>
        [.. submission.Flags.Select(flag => PlainWords.Line(flag.Detail))];
}
