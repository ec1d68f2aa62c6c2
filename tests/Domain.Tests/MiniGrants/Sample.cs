using TechPlan.Domain.MiniGrants;

namespace TechPlan.Domain.Tests.MiniGrants;

/// <summary>A request that nothing is wrong with; tests change what they are about.</summary>
internal static class Sample
{
    internal static readonly MiniGrantPolicy Policy = new();

    internal static MiniGrantDraft Draft => new()
    {
        LeadSchool = "School 012",
        ExpectedParticipants = 12,
        SubmitterName = "Ada Field",
        SubmitterEmail = "ada.field@example.org",
        DiscussedWithLearningTeamOn = new DateOnly(2026, 9, 1),
        Title = "Spreadsheets in grade 5 science",
        LocationSchool = "School 012",
        LocationAddress = "12 Main Street",
        LocationRoom = "204",
        SessionDate = new DateOnly(2026, 10, 14),
        SessionStart = new TimeOnly(15, 30),
        SessionEnd = new TimeOnly(17, 30),
        SessionType = SessionType.Standard,
        PartnerSchools = [new PartnerSchoolDraft("School 044", 6)],
        InstructorName = "Lin Ode",
        AssignInstructor = false,
        Facilitator = "Sam Reed",
        ReflectsSchoolImprovementPlan = true,
        OtherEvaluationPlanned = false,
        FollowUpPlan = "We visit each other's lessons and compare notes.",
        FollowUpLocation = "School 012, library",
        FollowUpDate = new DateOnly(2026, 11, 4),
        FollowUpStart = new TimeOnly(15, 30),
    };

    internal static MiniGrantRequest Request => ((CompletenessResult.Complete)Completeness.Check(Draft, Policy)).Request;
}
