using System.Globalization;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Tests.Forms.Corpus;

/// <summary>A draft field by field, as the expectations write values.</summary>
public static class DraftFields
{
    public static IReadOnlyDictionary<string, string> Of(MiniGrantDraft draft)
    {
        ArgumentNullException.ThrowIfNull(draft);
        return All(draft).Where(field => !string.IsNullOrEmpty(field.Value)).ToDictionary(field => field.Pointer, field => field.Value!);
    }

    private static IEnumerable<(string Pointer, string? Value)> All(MiniGrantDraft draft) =>
    [
        ("/leadSchool", draft.LeadSchool),
        ("/expectedParticipants", Text(draft.ExpectedParticipants)),
        ("/submitter/name", draft.SubmitterName),
        ("/submitter/email", draft.SubmitterEmail),
        ("/discussedWithLearningTeamOn", Text(draft.DiscussedWithLearningTeamOn)),
        ("/title", draft.Title),
        ("/location/school", draft.LocationSchool),
        ("/location/address", draft.LocationAddress),
        ("/location/room", draft.LocationRoom),
        ("/session/date", Text(draft.SessionDate)),
        ("/session/start", Text(draft.SessionStart)),
        ("/session/end", Text(draft.SessionEnd)),
        ("/session/type", draft.SessionType is SessionType.SlcLevelOne ? "slc-level-1" : draft.SessionType is null ? null : "standard"),
        ("/instructor/name", draft.InstructorName),
        ("/assignInstructor", Text(draft.AssignInstructor)),
        ("/facilitator", draft.Facilitator),
        ("/reflectsSchoolImprovementPlan", Text(draft.ReflectsSchoolImprovementPlan)),
        ("/otherEvaluation/planned", Text(draft.OtherEvaluationPlanned)),
        ("/otherEvaluation/explanation", draft.OtherEvaluationExplanation),
        ("/followUp/plan", draft.FollowUpPlan),
        ("/followUp/location", draft.FollowUpLocation),
        ("/followUp/date", Text(draft.FollowUpDate)),
        ("/followUp/start", Text(draft.FollowUpStart)),
        .. draft.PartnerSchools.SelectMany((partner, line) => new (string, string?)[]
        {
            ($"/partnerSchools/{line}/school", partner.School),
            ($"/partnerSchools/{line}/expectedParticipants", Text(partner.ExpectedParticipants)),
        }),
    ];

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(TimeOnly? time) => time?.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string? Text(bool? answer) => answer switch { true => "true", false => "false", null => null };
}
