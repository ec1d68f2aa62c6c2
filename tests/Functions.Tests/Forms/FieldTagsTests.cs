using TechPlan.Functions.Forms;

namespace TechPlan.Functions.Tests.Forms;

public sealed class FieldTagsTests
{
    [Theory]
    [InlineData("session.date", "/session/date", null)]
    [InlineData(" leadSchool ", "/leadSchool", null)]
    [InlineData("partnerSchools.2.school", "/partnerSchools/2/school", null)]
    [InlineData("partnerSchools.11.expectedParticipants", "/partnerSchools/11/expectedParticipants", null)]
    [InlineData("reflectsSchoolImprovementPlan.yes", "/reflectsSchoolImprovementPlan", "yes")]
    [InlineData("otherEvaluation.planned.no", "/otherEvaluation/planned", "no")]
    [InlineData("assignInstructor", "/assignInstructor", null)]
    public void A_tag_of_ours_names_its_field_and_its_answer(string tag, string pointer, string? answer) =>
        Assert.Equal((pointer, answer), (FieldTags.PointerOf(tag), FieldTags.AnswerOf(tag)));

    [Theory]
    [InlineData("Session Date")]
    [InlineData("partnerSchools.-1.school")]
    [InlineData("partnerSchools.school")]
    [InlineData("session/../date")]
    [InlineData("yes")]
    [InlineData("")]
    public void Any_other_name_is_not_taken_for_one(string name) => Assert.Null(FieldTags.PointerOf(name));

    [Fact]
    public void Every_tag_leads_back_to_its_pointer()
    {
        Assert.Equal("/followUp/start", FieldTags.PointerOf(FieldTags.Of("/followUp/start")));
        Assert.Equal("/otherEvaluation/planned", FieldTags.PointerOf(FieldTags.Of("/otherEvaluation/planned", answer: false)));
        Assert.Equal("/partnerSchools/0/school", FieldTags.PointerOf(FieldTags.Of(FormPointers.PartnerSchool(0))));
    }
}
