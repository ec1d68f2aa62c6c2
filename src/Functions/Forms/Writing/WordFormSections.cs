using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using static TechPlan.Functions.Forms.Writing.WordParagraphs;
using static TechPlan.Functions.Forms.Writing.WordTables;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>The form's sections in the district's order and words; what is explained in between is ours.</summary>
internal sealed class WordFormSections
{
    private const int LabelWidth = 2_300;
    private const int Half = FullWidth / 2;
    private const int HalfAnswer = Half - LabelWidth;

    private static readonly int[] Quarters = [LabelWidth, HalfAnswer, LabelWidth, HalfAnswer];

    private readonly WordControls _controls = new();

    internal static IEnumerable<OpenXmlElement> Write(FormFacts facts)
    {
        var form = new WordFormSections();
        return [.. Head(facts), .. form.Request(), .. form.Event(), .. form.OtherSchools(), .. form.Leaders(), .. form.Plan(), .. form.Evaluation(), .. form.Office()];
    }

    private static IEnumerable<OpenXmlElement> Head(FormFacts facts) =>
    [
        Of(WordStyles.Kicker, Words("INSTRUCTIONAL TECHNOLOGY LEADER (ITL)")),
        Of(WordStyles.Title, Words("Mini-Grant Request Form")),
        Of(WordStyles.Body, Words("For school-based staff development. Fill in the fields, save the file and attach it to an email to "),
            Strong(facts.Recipient), Words($". It has to arrive at least {facts.LeadTime} before the session.")),
    ];

    private IEnumerable<OpenXmlElement> Request() =>
    [
        Heading("Request"),
        Of("Who asks, and when",
            Quarters,
            Row(Label(LabelWidth, "Date Request Submitted"), Answer(HalfAnswer, _controls.Date("submittedOn", "Date request submitted")),
                Label(LabelWidth, "Date discussed with Learning Team"), Answer(HalfAnswer, _controls.Date(FieldTags.Of(FormPointers.Discussed), "Date discussed with Learning Team"))),
            Row(Label(LabelWidth, "Name of Lead School"), Answer(HalfAnswer, Text(FormPointers.LeadSchool, "Name of lead school")),
                Label(LabelWidth, "# of expected participants"), Answer(HalfAnswer, Text(FormPointers.Participants, "Number of expected participants"))),
            Row(Label(LabelWidth, "Submitter’s Name"), Answer(HalfAnswer, Text(FormPointers.SubmitterName, "Submitter’s name")),
                Label(LabelWidth, "Submitter’s Email"), Answer(HalfAnswer, Text(FormPointers.SubmitterEmail, "Submitter’s email address")))),
    ];

    private IEnumerable<OpenXmlElement> Event() =>
    [
        Heading("Event Details"),
        Of("What the session is about, where it is and when",
            Quarters,
            Wide("Title/Topic", Text(FormPointers.Title, "Title or topic")),
            Wide("Location of Session: School name", Text(FormPointers.LocationSchool, "Location: school name")),
            Row(Label(LabelWidth, "Address"), Answer(HalfAnswer, Text(FormPointers.LocationAddress, "Location: address")),
                Label(LabelWidth, "Room number"), Answer(HalfAnswer, Text(FormPointers.LocationRoom, "Location: room number"))),
            Row(Label(LabelWidth, "Date"), Answer(HalfAnswer, _controls.Date(FieldTags.Of(FormPointers.SessionDate), "Date of the session")),
                Label(LabelWidth, "Session type"), Answer(HalfAnswer, _controls.Choice(FieldTags.Of(FormPointers.SessionType), "Session type", "Standard", "SLC Level 1"))),
            Row(Label(LabelWidth, "Start Time"), Answer(HalfAnswer, Text(FormPointers.SessionStart, "Start time")),
                Label(LabelWidth, "End Time"), Answer(HalfAnswer, Text(FormPointers.SessionEnd, "End time")))),
    ];

    private IEnumerable<OpenXmlElement> OtherSchools() =>
    [
        Heading("Other Schools"),
        Of(WordStyles.Body, Words(PrintedWords.MoreSchools)),
        Of("The other schools and how many people each expects",
            [FullWidth - LabelWidth - 400, LabelWidth + 400],
            [HeaderRow(Label(FullWidth - LabelWidth - 400, "Name of School"), Label(LabelWidth + 400, "# of expected participants")), .. Enumerable.Range(0, FieldTags.PartnerLines).Select(Partner)]),
    ];

    private IEnumerable<OpenXmlElement> Leaders() =>
    [
        Heading(PrintedWords.Leaders),
        Of("Who leads the session and who assists",
            Quarters,
            Wide("Name of Instructor (if known)", Text(FormPointers.Instructor, "Name of instructor")),
            Row(Answer(FullWidth, 4, _controls.Box(FieldTags.Of(FormPointers.AssignInstructor), "Learning Technologies assigns an instructor"),
                Words(" Check here for Learning Technologies to assign an instructor."))),
            Wide("Name of Facilitator", Text(FormPointers.Facilitator, "Name of facilitator"))),
        Of(WordStyles.Body, Words("Note: The instructor leads the session and the facilitator assists during the session.")),
    ];

    private IEnumerable<OpenXmlElement> Plan() =>
    [
        Heading("School Improvement Plan"),
        Of("Whether the topic comes from the School Improvement Plan",
            Quarters,
            Question("Does this instructional technology topic reflect staff development needs identified in your School Improvement Plan?", FormPointers.ReflectsPlan, "School Improvement Plan")),
    ];

    private IEnumerable<OpenXmlElement> Evaluation() =>
    [
        HeadingOnNewPage("Evaluation and Follow-Up"),
        Of("How the session is evaluated and what follows it",
            Quarters,
            Question("In addition to the standard online survey, are you planning to evaluate the effectiveness of the session another way?", FormPointers.OtherEvaluation, "Another evaluation"),
            Wide("If yes, please explain", Text(FormPointers.Explanation, "Explanation of the other evaluation")),
            Row(Label(FullWidth, "Learning Team Follow Up Plans: How will you know that you have changed classroom practice? What follow up activity is planned to reinforce practice of the skills learned?", span: 4)),
            Row(Answer(FullWidth, 4, Text(FormPointers.FollowUpPlan, "Learning Team follow-up plans"))),
            Wide("Follow-up Location", Text(FormPointers.FollowUpLocation, "Follow-up: location")),
            Row(Label(LabelWidth, "Follow-up Date"), Answer(HalfAnswer, _controls.Date(FieldTags.Of(FormPointers.FollowUpDate), "Follow-up: date")),
                Label(LabelWidth, "Follow-up Time"), Answer(HalfAnswer, Text(FormPointers.FollowUpStart, "Follow-up: time")))),
    ];

    private IEnumerable<OpenXmlElement> Office() =>
    [
        Heading("For the Specialist"),
        Of("The decision; not filled in by the school",
            Quarters,
            Row(Label(LabelWidth, "Decision"), Answer(FullWidth - LabelWidth, 3,
                _controls.Box("office.approved", "Approved"), Words(" Approved     "), _controls.Box("office.rejected", "Rejected"), Words(" Rejected (See Note)"))),
            Wide("Note", _controls.Text("office.note", "Note of the specialist", "Reason, if rejected"))),
    ];

    private TableRow Partner(int line)
    {
        var number = (line + 1).ToString(CultureInfo.InvariantCulture);
        return Row(
            Answer(FullWidth - LabelWidth - 400, Text(FormPointers.PartnerSchool(line), $"Other school {number}: name", PrintedWords.School)),
            Answer(LabelWidth + 400, Text(FormPointers.PartnerParticipants(line), $"Other school {number}: number of expected participants", PrintedWords.Number)));
    }

    private TableRow Question(string question, string pointer, string title) => Row(
        Label(FullWidth - HalfAnswer, question, span: 3),
        Answer(HalfAnswer, 1, _controls.Box(FieldTags.Of(pointer, answer: true), title + ": yes"), Words(" Yes     "), _controls.Box(FieldTags.Of(pointer, answer: false), title + ": no"), Words(" No")));

    private static TableRow Wide(string label, SdtRun place) => Row(Label(LabelWidth, label), Answer(FullWidth - LabelWidth, 3, place));

    private SdtRun Text(string pointer, string title) => Text(pointer, title, PrintedWords.InvitationOf(pointer));

    private SdtRun Text(string pointer, string title, string invitation) => _controls.Text(FieldTags.Of(pointer), title, invitation);

    private static Paragraph Heading(string text) => Of(WordStyles.Heading, Words(text));

    private static Paragraph HeadingOnNewPage(string text)
    {
        var heading = Heading(text);
        heading.ParagraphProperties!.Append(new PageBreakBefore());
        return heading;
    }
}
