using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning;
using TechPlan.Functions.Forms.Reading;
using static TechPlan.Functions.Tests.Forms.Meaning.MeaningDistrict;

namespace TechPlan.Functions.Tests.Forms.Meaning;

[Trait("Rule", "MG-05")]
public sealed class LabelReaderTests
{
    /// <summary>The district's form as it is laid out, filled in.</summary>
    private static readonly FormDocument Paper = Document(
        Line(Print("MINI-GRANT REQUEST FORM")),
        Line(Print("Date Request Submitted: "), Fill("9/14/26")),
        Line(Print("Approved "), Tick(false)),
        Line(Print("Rejected "), Tick(true), Print(" (See Note)")),
        Line(Print("Name of Lead School: "), Fill("Lincoln Elem."), Print("  # of expected participants: "), Fill("15")),
        Line(Print("Submitter’s Name:  "), Fill("Dana Field")),
        Line(Print("Date discussed with Learning Team: "), Fill("9/1/26")),
        Line(Print("Title/Topic: "), Fill("Using maps")),
        Line(Print("Location of Session (School name, address, and room number): "), Fill("Lincoln Elementary, 12 Main St, Room 4")),
        Line(Print("Date "), Fill("10/14/26")),
        Line(Print("Start Time: "), Fill("3:30 pm")),
        Line(Print("End Time: "), Fill("5:30 pm")),
        Line(Print("List all other schools planning to participate in this professional development.")),
        Line(Print("Name of School: "), Fill("School 044")),
        Line(Print("# of expected participants "), Fill("6")),
        Line(Print("Name of School: "), Fill("School 052")),
        Line(Print("# of expected participants "), Fill("5")),
        Line(Print("Name of School: "), Fill("")),
        Line(Print("# of expected participants "), Fill("")),
        Line(Print("Name of Instructor (if known): "), Fill("")),
        Line(Tick(true), Print(" Check here for Learning Technologies to assign an instructor. ")),
        Line(Print("Name of Facilitator: "), Fill("Lee Sanders")),
        Line(Print("Note: The instructor leads the session and the facilitator assists during the session.")),
        Line(Print("Does this instructional technology topic reflect staff development needs identified in your School Improvement Plan?  Yes  "), Tick(true), Print("  No  "), Tick(false)),
        Line(Print("Evaluation")),
        Line(Print("In addition to the standard online survey, are you planning to evaluate the effectiveness of the session another way? Yes  "), Tick(false), Print("  No  "), Tick(true), Print("  If yes, please explain. "), Fill("")),
        Line(Print("Learning Team Follow Up Plans")),
        Line(Print("How will you know that you have changed classroom practice?  What follow up activity is planned to reinforce practice of the skills learned? "), Fill("We visit each other.")),
        Line(Print("Location: "), Fill("Library")),
        Line(Print("Date and Time: "), Fill("11/4/26 3:30 pm")));

    [Fact]
    public void A_place_that_did_not_have_to_be_taken_apart_needs_no_remark()
    {
        var form = LabelReader.Find(Document(Line(Print("Location of session: Lincoln Elementary")), Line(Print("Address: 12 Main Street")), Line(Print("Room: 4"))));

        Assert.Equal(Certainty.Exact, Assert.Single(form.Fields, field => field.Pointer == FormPointers.LocationSchool).Certainty);
    }

    [Fact]
    [Trait("Rule", "MG-03")]
    [Trait("Rule", "MG-08")]
    public void The_districts_paper_form_is_read_whole()
    {
        var reading = Read(Paper);

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Questions);
        Assert.Equal(
            new MiniGrantDraft
            {
                LeadSchool = "Lincoln Elementary School", ExpectedParticipants = 15, SubmitterName = "Dana Field", DiscussedWithLearningTeamOn = new DateOnly(2026, 9, 1), Title = "Using maps",
                LocationSchool = "Lincoln Elementary School", LocationAddress = "12 Main St", LocationRoom = "Room 4", SessionDate = new DateOnly(2026, 10, 14), SessionStart = new TimeOnly(15, 30),
                SessionEnd = new TimeOnly(17, 30), SessionType = SessionType.Standard, AssignInstructor = true, Facilitator = "Lee Sanders", ReflectsSchoolImprovementPlan = true,
                OtherEvaluationPlanned = false, FollowUpPlan = "We visit each other.", FollowUpLocation = "Library", FollowUpDate = new DateOnly(2026, 11, 4), FollowUpStart = new TimeOnly(15, 30),
                PartnerSchools = reading.Draft.PartnerSchools,
            },
            reading.Draft);
        Assert.Equal([new("School 044", 6), new("School 052", 5)], reading.Draft.PartnerSchools.AsEnumerable());
    }

    [Fact]
    public void An_empty_form_says_nothing()
    {
        var empty = new FormDocument([.. Paper.Blocks.Select(Emptied)]);

        Assert.Empty(LabelReader.Find(empty).Fields);
        Assert.False(FormLikeness.LooksLikeTheForm(LabelReader.Find(empty)));
    }

    [Theory]
    [InlineData("Lead School: School 012", "/leadSchool")]
    [InlineData("LEAD SCHOOL – School 012", "/leadSchool")]
    [InlineData("Lead\u00a0School:\u00a0School 012", "/leadSchool")]
    [InlineData("Name of the lead school = School 012", "/leadSchool")]
    [InlineData("Lead scool: School 012", "/leadSchool")]
    [InlineData("*Lead school:* School 012", "/leadSchool")]
    [InlineData("1. Lead school: School 012", "/leadSchool")]
    [InlineData("Lead School\tSchool 012", "/leadSchool")]
    [InlineData("Lead School School 012", "/leadSchool")]
    [InlineData("Escuela principal: School 012", "/leadSchool")]
    [InlineData("Topic of session: Maps", "/title")]
    [InlineData("Workshop title: Maps", "/title")]
    [InlineData("Título/Tema: Maps", "/title")]
    [InlineData("Number of people expected: 12", "/expectedParticipants")]
    [InlineData("Submitted by: Dana", "/submitter/name")]
    [InlineData("Principal investigator: Dana", "/submitter/name")]
    [InlineData("Submitter's e-mail: dana@example.org", "/submitter/email")]
    [InlineData("Presenter (if known): Lin", "/instructor/name")]
    [InlineData("Session date: 10/14/26", "/session/date")]
    [InlineData("Fecha de la sesión: 14 de octubre de 2026", "/session/date")]
    [InlineData("Begin time: 3:30 pm", "/session/start")]
    [InlineData("Street address: 12 Main Street", "/location/address")]
    [InlineData("Follow-up location: Library", "/followUp/location")]
    [InlineData("Date of follow up: 11/4/26", "/followUp/date")]
    public void A_label_is_known_however_it_is_worded(string line, string pointer) =>
        Assert.Equal(pointer, Assert.Single(LabelReader.Find(Document(Line(Print(line)))).Fields).Pointer);

    [Theory]
    [InlineData("Lead school: School 012", Certainty.Exact)]
    [InlineData("Lead scool: School 012", Certainty.Understood)]
    [InlineData("Lead school of the whole thing: School 012", Certainty.Unsure)]
    public void How_clear_the_label_is_is_said(string line, Certainty certainty) =>
        Assert.Equal(certainty, Assert.Single(LabelReader.Find(Document(Line(Print(line)))).Fields).Certainty);

    [Theory]
    [InlineData("Please send this form by Friday: thank you")]
    [InlineData("Note: The instructor leads the session and the facilitator assists during the session.")]
    [InlineData("Submit completed mini-grant request forms via email to your Learning Technologies SOS Specialist at least two weeks prior to session date.")]
    [InlineData("Start Time: (hh:mm)")]
    [InlineData("Title: Click or tap here to enter text.")]
    [InlineData("Phone: 555-0100")]
    [InlineData("Date Request Submitted: 9/14/2026")]
    [InlineData("We will meet again at the location: unknown so far")]
    public void Help_and_what_is_not_asked_for_is_no_answer(string line) => Assert.Empty(LabelReader.Find(Document(Line(Print(line)))).Fields);

    [Fact]
    public void A_table_of_labels_and_answers_is_read_across()
    {
        var form = LabelReader.Find(Document(
            Row(Print("Title"), Print("Maps")), Row(Print("Start time"), Print("3:30 pm"), Print("End time"), Print("5:30 pm")), Row(Print("Facilitator"), Print("")), Row(Print("Lead school"), Fill("School 012"))));

        Assert.Equal(("Maps", "3:30 pm", "5:30 pm", null, "School 012"), (form["/title"], form["/session/start"], form["/session/end"], form["/facilitator"], form["/leadSchool"]));
    }

    [Fact]
    [Trait("Rule", "MG-03")]
    public void A_table_of_schools_is_read_down()
    {
        var reading = Read(Document(
            Line(Print("Other schools planning to participate")),
            Row(Print("Name of School"), Print("# of expected participants")),
            Row(Print("School 044"), Print("6")), Row(Print("School 052"), Print("5")), Row(Print("School 060"), Print("4")), Row(Print(""), Print(""))));

        Assert.Equal([new("School 044", 6), new("School 052", 5), new("School 060", 4)], reading.Draft.PartnerSchools.AsEnumerable());
    }

    [Theory]
    [InlineData("x", "", "yes")]
    [InlineData("", "X", "no")]
    [InlineData("x", "x", "yes no")]
    public void A_table_with_a_column_for_yes_and_one_for_no_is_read(string yes, string no, string answer)
    {
        var form = LabelReader.Find(Document(
            Row(Print("Questions"), Print("Yes"), Print("No")),
            Row(Print("Does the topic reflect needs in your School Improvement Plan?"), Print(yes), Print(no)),
            Row(Print("Other evaluation planned?"), Tick(false), Tick(true))));

        Assert.Equal((answer, "no"), (form["/reflectsSchoolImprovementPlan"], form["/otherEvaluation/planned"]));
    }

    [Theory]
    [Trait("Rule", "MG-03")]
    [InlineData("Partner school 1: Lincoln Middle School Participants: 9", "Lincoln Middle School")]
    [InlineData("Partner school 1: Lincoln Middle School   Participants: 9", "Lincoln Middle School")]
    [InlineData("Partner school 1: St. Adalbert School Participants: 9", "St. Adalbert School")]
    public void A_number_behind_a_school_is_not_part_of_its_name(string line, string school) =>
        Assert.Equal(new(school, 9), Assert.Single(ReadMail(line).Draft.PartnerSchools));

    [Fact]
    [Trait("Rule", "MG-03")]
    public void Labels_beside_fields_with_names_of_ours_do_not_count_twice()
    {
        var form = LabelReader.Find(Document(
            Line(Print("Other schools")),
            Line(Print("Name of school"), Fill("School 044", "partnerSchools.0.school")),
            Line(Print("# of expected participants"), Fill("6", "partnerSchools.0.expectedParticipants"))));

        Assert.Equal(["/partnerSchools/0/school", "/partnerSchools/0/expectedParticipants"], form.Fields.Select(field => field.Pointer));
    }

    [Fact]
    public void Boxes_behind_their_words_are_told_though_another_stands_before()
    {
        var form = LabelReader.Find(Document(Line(Tick(true, "request.assign"), Print(" Please assign somebody. Reflects SIP needs: Yes "), Tick(true), Print("  No "), Tick(false))));

        Assert.Equal(("yes", "yes"), (form["/reflectsSchoolImprovementPlan"], form["/assignInstructor"]));
    }

    [Fact]
    [Trait("Rule", "MG-08")]
    public void A_date_behind_the_follow_up_plan_is_a_question_when_the_session_has_none()
    {
        Assert.Equal("/followUp/date", Assert.Single(ReadMail("Title: Maps\nFollow-up plan: We meet.\nDate: 11/4/2026").Questions).Pointer);
        Assert.Empty(ReadMail("Title: Maps\nSession date: 10/14/2026\nFollow-up plan: We meet.\nDate: 11/4/2026").Questions);
    }

    [Fact]
    public void In_a_Spanish_form_the_day_may_stand_first()
    {
        const string form = "Escuela principal: School 012\nTítulo: Mapas\nFecha de la sesión: ";

        Assert.Equal("Is it Tuesday, March 10, 2026 or Saturday, October 3, 2026?", Assert.Single(ReadMail(form + "3/10/2026").Questions).Remark);
        Assert.Empty(ReadMail(form + "14/10/2026").Questions);
        Assert.Empty(ReadMail("Session date: 3/10/2026").Questions);
    }

    [Fact]
    [Trait("Rule", "MG-03")]
    public void Schools_listed_in_one_line_are_told_apart() =>
        Assert.Equal([new("School 044", 6), new("School 052", 5)], ReadMail("Other schools: School 044 (6), School 052 - 5 teachers").Draft.PartnerSchools.AsEnumerable());

    [Theory]
    [InlineData("Yes [x] No [ ]", "yes")]
    [InlineData("[ ] Yes [x] No", "no")]
    [InlineData("☒ Yes ☐ No", "yes")]
    [InlineData("Yes ___ No _x_", "no")]
    [InlineData("(x) Yes ( ) No", "yes")]
    [InlineData("Yes", "Yes")]
    [InlineData("No", "No")]
    [InlineData("[ ] Yes [ ] No", null)]
    [InlineData("Yes / No", null)]
    [InlineData("x Yes  No", "yes")]
    public void A_question_is_answered_by_boxes_or_words(string answer, string? expected) =>
        Assert.Equal(expected, LabelReader.Find(Document(Line(Print("Does the topic reflect needs in your School Improvement Plan? " + answer))))["/reflectsSchoolImprovementPlan"]);

    [Fact]
    public void Two_ticks_are_a_question()
    {
        var reading = Read(Document(Line(Print("In your School Improvement Plan? Is the topic part of it? Yes "), Tick(true), Print(" No "), Tick(true))));

        Assert.Equal("/reflectsSchoolImprovementPlan", Assert.Single(reading.Questions).Pointer);
    }

    [Fact]
    public void A_list_to_choose_from_answers_a_question() =>
        Assert.Equal("Yes", LabelReader.Find(Document(Line(Print("Reflects SIP?"), Fill("Yes"))))["/reflectsSchoolImprovementPlan"]);

    [Fact]
    public void The_names_that_we_give_our_own_fields_are_enough()
    {
        var form = LabelReader.Find(Document(
            Line(Fill("School 012", "leadSchool")), Line(Fill("10/14/26", "session.date")), Line(Fill("School 044", "partnerSchools.0.school")), Line(Fill("6", "partnerSchools.0.expectedParticipants")),
            Line(Tick(false, "reflectsSchoolImprovementPlan.yes"), Tick(true, "reflectsSchoolImprovementPlan.no")), Line(Tick(true, "assignInstructor"))));

        Assert.Equal(("School 012", "10/14/26", "School 044", "6", "no", "yes"),
            (form["/leadSchool"], form["/session/date"], form["/partnerSchools/0/school"], form["/partnerSchools/0/expectedParticipants"], form["/reflectsSchoolImprovementPlan"], form["/assignInstructor"]));
        Assert.All(form.Fields, field => Assert.Equal(Certainty.Exact, field.Certainty));
    }

    [Fact]
    public void What_is_printed_around_fields_of_our_own_names_is_no_answer()
    {
        var form = LabelReader.Find(Document(
            Line(Print("List all other schools planning to participate in this professional development. For more than three, copy the last line.")),
            Line(Print("Name of School")), Line(Fill("School 044", "partnerSchools.0.school")),
            Line(Print("Name of Instructor (if known)")), Line(Fill("Ida Instructor", "instructor.name")),
            Line(Print("Instructor: leads the session"))));

        Assert.Equal([("/partnerSchools/0/school", "School 044"), ("/instructor/name", "Ida Instructor")], form.Fields.Select(field => (field.Pointer, field.Text)));
        Assert.All(form.Fields, field => Assert.Equal(Certainty.Exact, field.Certainty));
    }

    [Fact]
    public void The_names_that_others_give_their_fields_help()
    {
        var form = LabelReader.Find(Document(Line(Fill("School 012", "txtLeadSchool")), Line(Fill("3:30 pm", "Start_Time")), Line(Tick(true, "SIP_Yes"))));

        Assert.Equal(("School 012", "3:30 pm", "yes"), (form["/leadSchool"], form["/session/start"], form["/reflectsSchoolImprovementPlan"]));
    }

    [Fact]
    public void A_label_may_stand_above_below_or_behind_its_line()
    {
        Assert.Equal("Maps", LabelReader.Find(Document(Line(Print("Title")), Line(Fill("Maps"))))["/title"]);
        Assert.Equal("Maps", LabelReader.Find(Document(Line(Fill("Maps"), Print("Title"))))["/title"]);
        var below = LabelReader.Find(Document(Line(Fill("Maps")), Line(Print("Title")), Line(Fill("School 012")), Line(Print("Lead school")), Line(Fill("Lee")), Line(Print("Facilitator"))));
        Assert.Equal(("Maps", "School 012", "Lee"), (below["/title"], below["/leadSchool"], below["/facilitator"]));
    }

    [Fact]
    public void A_field_found_twice_with_different_answers_is_unsure()
    {
        var field = Assert.Single(LabelReader.Find(Document(Line(Print("Title: Maps")), Line(Print("Title: Globes")))).Fields);

        Assert.Equal(("Maps", Certainty.Unsure), (field.Text, field.Certainty));
        Assert.Contains("Globes", field.Where, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Lincoln Elementary, 12 Main St, Room 4", "Lincoln Elementary", "12 Main St", "Room 4", Certainty.Understood)]
    [InlineData("School 012; 12 Main Street, Milwaukee, WI 53202; library", "School 012", "12 Main Street, Milwaukee, WI 53202", "library", Certainty.Understood)]
    [InlineData("School 012 - 12 Main Street - 204", "School 012", "12 Main Street", "204", Certainty.Understood)]
    [InlineData("School 012 Room 4", "School 012", null, "Room 4", Certainty.Unsure)]
    [InlineData("Room 4, School 012", "School 012", null, "Room 4", Certainty.Unsure)]
    public void A_location_in_one_line_is_taken_apart(string typed, string school, string? address, string room, Certainty certainty)
    {
        var form = LabelReader.Find(Document(Line(Print("Location of Session (School name, address, and room number): " + typed))));

        Assert.Equal((school, address, room), (form["/location/school"], form["/location/address"], form["/location/room"]));
        Assert.Equal(certainty, form.Fields[0].Certainty);
    }

    private static FormBlock Emptied(FormBlock block) =>
        block is FormBlock.Line line ? line with { Pieces = [.. line.Pieces.Select(piece => piece switch { FormPiece.Blank blank => blank with { Value = "" }, FormPiece.Box box => box with { Checked = false }, _ => piece })] } : block;
}
