using System.Collections.Immutable;

namespace TechPlan.Domain.MiniGrants;

/// <summary>
/// A request as it was typed, by whichever door it came: every field may be missing. <c>Completeness</c> makes a
/// <see cref="MiniGrantRequest"/> of it, or says field by field what is missing.
/// </summary>
public sealed record MiniGrantDraft
{
    public string? LeadSchool { get; init; }

    public int? ExpectedParticipants { get; init; }

    public string? SubmitterName { get; init; }

    public string? SubmitterEmail { get; init; }

    public DateOnly? DiscussedWithLearningTeamOn { get; init; }

    public string? Title { get; init; }

    public string? LocationSchool { get; init; }

    public string? LocationAddress { get; init; }

    public string? LocationRoom { get; init; }

    public DateOnly? SessionDate { get; init; }

    public TimeOnly? SessionStart { get; init; }

    public TimeOnly? SessionEnd { get; init; }

    public SessionType? SessionType { get; init; }

    public ImmutableArray<PartnerSchoolDraft> PartnerSchools { get; init; } = [];

    public string? InstructorName { get; init; }

    public bool? AssignInstructor { get; init; }

    public string? Facilitator { get; init; }

    public bool? ReflectsSchoolImprovementPlan { get; init; }

    public bool? OtherEvaluationPlanned { get; init; }

    public string? OtherEvaluationExplanation { get; init; }

    public string? FollowUpPlan { get; init; }

    public string? FollowUpLocation { get; init; }

    public DateOnly? FollowUpDate { get; init; }

    public TimeOnly? FollowUpStart { get; init; }
}

/// <summary>One line of the form's list of other schools.</summary>
public sealed record PartnerSchoolDraft(string? School, int? ExpectedParticipants);
