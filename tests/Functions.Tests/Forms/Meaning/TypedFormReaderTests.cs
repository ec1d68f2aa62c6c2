using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Forms.Meaning;
using static TechPlan.Functions.Tests.Forms.Meaning.MeaningDistrict;

namespace TechPlan.Functions.Tests.Forms.Meaning;

public sealed class TypedFormReaderTests
{
    [Fact]
    [Trait("Rule", "MG-05")]
    public void What_the_web_form_sends_is_exact()
    {
        var reading = Read(
            ("/leadSchool", "School 012"), ("/expectedParticipants", "20"), ("/submitter/name", "Ada Field"), ("/submitter/email", "ada.field@example.org"),
            ("/discussedWithLearningTeamOn", "2026-09-01"), ("/title", "Maps"), ("/location/school", "School 012"), ("/location/address", "12 Main Street"), ("/location/room", "204"),
            ("/session/date", "2026-10-14"), ("/session/start", "15:30"), ("/session/end", "17:30"), ("/session/type", "slc-level-1"), ("/partnerSchools/0/school", "School 044"),
            ("/partnerSchools/0/expectedParticipants", "6"), ("/assignInstructor", "yes"), ("/facilitator", "Lee"), ("/reflectsSchoolImprovementPlan", "yes"), ("/otherEvaluation/planned", "no"),
            ("/followUp/plan", "We meet."), ("/followUp/location", "Library"), ("/followUp/date", "2026-11-04"), ("/followUp/start", "15:30"));

        Assert.Empty(reading.Problems);
        Assert.All(reading.Fields, read => Assert.Equal((Certainty.Exact, null), (read.Certainty, read.Remark)));
        Assert.Equal(new DateOnly(2026, 10, 14), reading.Draft.SessionDate);
        Assert.Equal((new TimeOnly(15, 30), new TimeOnly(17, 30)), (reading.Draft.SessionStart!.Value, reading.Draft.SessionEnd!.Value));
        Assert.Equal(SessionType.SlcLevelOne, reading.Draft.SessionType);
        Assert.Equal(new PartnerSchoolDraft("School 044", 6), Assert.Single(reading.Draft.PartnerSchools));
        Assert.Equal((true, false), (reading.Draft.ReflectsSchoolImprovementPlan!.Value, reading.Draft.OtherEvaluationPlanned!.Value));
        Assert.Equal("Wednesday, October 14, 2026", reading.Fields.Single(read => read.Pointer == "/session/date").Understood);
    }

    [Theory]
    [InlineData(Certainty.Understood, "We took “Lincoln Annex” to be meant here.")]
    [InlineData(Certainty.Unsure, "We are not sure that “Lincoln Annex” is meant here. Is it?")]
    public void A_remark_about_a_place_quotes_what_stood_there(Certainty certainty, string expected)
    {
        var typed = new TypedForm([new TypedField("/location/school", "Lincoln Annex", "paragraph 4", certainty)]);

        var read = TypedFormReader.Read(typed, MeaningDistrict.Directory, Today).Fields.Single(field => field.Pointer == "/location/school");

        Assert.Equal(expected, read.Remark);
    }

    [Fact]
    public void An_empty_form_gives_an_empty_draft_of_a_standard_session()
    {
        var reading = Read();

        Assert.Equal(new MiniGrantDraft { SessionType = SessionType.Standard, PartnerSchools = reading.Draft.PartnerSchools }, reading.Draft);
        Assert.Empty(reading.Draft.PartnerSchools);
        Assert.Equal(Certainty.Understood, Assert.Single(reading.Fields).Certainty);
    }

    [Theory]
    [InlineData("/title", "SLC and maps")]
    [InlineData("/followUp/plan", "As for every SLC Level 1 session.")]
    public void An_SLC_that_is_only_mentioned_is_a_question(string pointer, string text) =>
        Assert.Equal("/session/type", Assert.Single(Read((pointer, text)).Questions).Pointer);

    [Theory]
    [Trait("Rule", "MG-05")]
    [InlineData("TBD")]
    [InlineData("unknown")]
    [InlineData("Learning Technologies")]
    [InlineData("Please assign")]
    [InlineData("to be determined")]
    public void An_instructor_yet_to_be_found_is_left_to_the_office(string typed)
    {
        var draft = Read(("/instructor/name", typed)).Draft;

        Assert.Equal((null, true), (draft.InstructorName, draft.AssignInstructor!.Value));
    }

    [Fact]
    [Trait("Rule", "MG-14")]
    public void Two_schools_that_could_be_meant_are_a_question_that_names_them()
    {
        var question = Assert.Single(Read(("/leadSchool", "Lincoln")).Questions);

        Assert.Equal("Which school is “Lincoln”: Lincoln Elementary School or Lincoln Middle School?", question.Remark);
    }

    [Fact]
    [Trait("Rule", "MG-03")]
    public void A_school_written_otherwise_is_told()
    {
        var reading = Read(("/partnerSchools/0/school", "PS 44"));

        Assert.Equal("School 044", reading.Draft.PartnerSchools[0].School);
        Assert.Equal("We took “PS 44” for School 044.", reading.Fields.Single(read => read.Pointer == "/partnerSchools/0/school").Remark);
    }

    [Fact]
    public void A_place_outside_the_district_is_kept_as_typed()
    {
        var read = Read(("/location/school", "Public Library")).Fields.Single(field => field.Pointer == "/location/school");

        Assert.Equal(("Public Library", Certainty.Exact), (read.Understood, read.Certainty));
    }

    [Fact]
    [Trait("Rule", "MG-03")]
    public void Partner_schools_are_counted_without_gaps()
    {
        var reading = Read(("/partnerSchools/2/school", "School 044"), ("/partnerSchools/5/school", "School 052 (7)"), ("/partnerSchools/4/school", "none"));

        Assert.Equal([new("School 044", null), new("School 052", 7)], reading.Draft.PartnerSchools.AsEnumerable());
        Assert.NotNull(reading.Typed["/partnerSchools/1/expectedParticipants"]);
    }

    [Theory]
    [InlineData("/session/date", "2/30/2026", "MG-05")]
    [InlineData("/followUp/date", "2/30/2026", "MG-08")]
    [InlineData("/session/start", "25:00", "MG-05")]
    [InlineData("/expectedParticipants", "lots", "MG-05")]
    [InlineData("/submitter/email", "ask me", "MG-05")]
    [InlineData("/reflectsSchoolImprovementPlan", "maybe", "MG-05")]
    [InlineData("/session/type", "special", "MG-05")]
    public void What_cannot_be_understood_is_a_problem_of_its_field(string pointer, string typed, string rule)
    {
        var problem = Assert.Single(Read((pointer, typed)).Problems);

        Assert.Equal((pointer, rule), (problem.Pointer, problem.Rule));
    }

    [Theory]
    [InlineData("n/a")]
    [InlineData("TBD")]
    [InlineData("-")]
    [InlineData("____")]
    [InlineData("Click or tap here to enter text.")]
    [InlineData("Choose an item.")]
    public void Placeholders_count_as_empty(string typed)
    {
        var reading = Read(("/facilitator", typed), ("/session/date", typed), ("/title", typed));

        Assert.Equal((null, null, null), (reading.Draft.Facilitator, reading.Draft.SessionDate, reading.Draft.Title));
        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("Dana Field <dana.field@example.org>", "Dana Field", "dana.field@example.org")]
    [InlineData("Dana Field, dana.field@example.org", "Dana Field", "dana.field@example.org")]
    public void A_name_with_its_address_is_taken_apart(string typed, string name, string address)
    {
        var draft = Read(("/submitter/name", typed)).Draft;

        Assert.Equal((name, address), (draft.SubmitterName, draft.SubmitterEmail));
    }

    [Fact]
    public void Two_addresses_are_a_question() => Assert.Equal("/submitter/email", Assert.Single(Read(("/submitter/email", "a@example.org or b@example.org")).Questions).Pointer);

    [Fact]
    public void A_date_typed_with_its_times_fills_all_three()
    {
        var draft = Read(("/session/date", "Wed., 10/14/26, 3:30-5:30 pm")).Draft;

        Assert.Equal((new DateOnly(2026, 10, 14), new TimeOnly(15, 30), new TimeOnly(17, 30)), (draft.SessionDate!.Value, draft.SessionStart!.Value, draft.SessionEnd!.Value));
    }

    [Fact]
    public void An_end_that_contradicts_the_start_field_is_a_question() =>
        Assert.Contains(Read(("/session/start", "3:30-5:30 pm"), ("/session/end", "6:00 pm")).Questions, read => read.Pointer == "/session/end");

    [Fact]
    [Trait("Rule", "MG-08")]
    public void A_follow_up_without_a_year_comes_after_the_session() =>
        Assert.Equal(new DateOnly(2027, 2, 3), Read(("/session/date", "12/2/2026"), ("/followUp/date", "Feb. 3")).Draft.FollowUpDate);

    [Theory]
    [InlineData("15", 15, Certainty.Exact)]
    [InlineData("about 15", 15, Certainty.Understood)]
    [InlineData("25 teachers", 25, Certainty.Understood)]
    [InlineData("fifteen", 15, Certainty.Understood)]
    [InlineData("twenty-five", 25, Certainty.Understood)]
    [InlineData("15 (fifteen)", 15, Certainty.Understood)]
    [InlineData("15-20", 15, Certainty.Unsure)]
    [InlineData("15+", 15, Certainty.Unsure)]
    [InlineData("at least 15", 15, Certainty.Unsure)]
    [InlineData("15 teachers and 3 aides", 15, Certainty.Unsure)]
    public void Numbers_are_read_as_people_write_them(string typed, int number, Certainty certainty)
    {
        var reading = Read(("/expectedParticipants", typed));

        Assert.Equal(number, reading.Draft.ExpectedParticipants);
        Assert.Equal(certainty, reading.Fields.Single(read => read.Pointer == "/expectedParticipants").Certainty);
    }

    [Theory]
    [InlineData("Yes", true, Certainty.Exact)]
    [InlineData("x", true, Certainty.Exact)]
    [InlineData("Sí", true, Certainty.Exact)]
    [InlineData("N", false, Certainty.Exact)]
    [InlineData("Yes, see SIP goal 2", true, Certainty.Understood)]
    [InlineData("yes no", false, Certainty.Unsure)]
    public void Yes_and_no_are_read_in_words(string typed, bool answer, Certainty certainty)
    {
        var reading = Read(("/reflectsSchoolImprovementPlan", typed));

        Assert.Equal(answer, reading.Draft.ReflectsSchoolImprovementPlan);
        Assert.Equal(certainty, reading.Fields.Single(read => read.Pointer == "/reflectsSchoolImprovementPlan").Certainty);
    }

    [Fact]
    public void A_yes_that_explains_itself_fills_the_explanation()
    {
        var draft = Read(("/otherEvaluation/planned", "Yes, an exit survey")).Draft;

        Assert.Equal((true, "an exit survey"), (draft.OtherEvaluationPlanned!.Value, draft.OtherEvaluationExplanation));
    }
}
