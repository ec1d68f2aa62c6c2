using System.Collections.Immutable;
using System.Globalization;

namespace TechPlan.Domain.MiniGrants;

/// <summary>Makes a request of a draft that holds everything the form asks for (MG-05, MG-08). It needs no clock and no directory.</summary>
public static class Completeness
{
    /// <summary>All of what is missing or wrong at once, so that a form comes back only once.</summary>
    public static CompletenessResult Check(MiniGrantDraft draft, MiniGrantPolicy policy)
    {
        var form = new FormReader();
        var request = Read(draft, form, policy);
        return form.Refusals is { IsEmpty: false } reasons
            ? new CompletenessResult.Incomplete(reasons)
            : new CompletenessResult.Complete(request);
    }

    private static MiniGrantRequest Read(MiniGrantDraft draft, FormReader form, MiniGrantPolicy policy) => new(
        form.Line(FormFields.LeadSchool, draft.LeadSchool),
        form.Participants(FormFields.Participants, draft.ExpectedParticipants),
        new Person(form.Line(FormFields.SubmitterName, draft.SubmitterName), form.Email(FormFields.SubmitterEmail, draft.SubmitterEmail)!),
        form.Date(FormFields.Discussed, draft.DiscussedWithLearningTeamOn),
        form.Line(FormFields.Title, draft.Title),
        Location(draft, form),
        Session(draft, form),
        Partners(draft.PartnerSchools, form, policy),
        Instructor(draft, form),
        draft.AssignInstructor ?? false,
        form.OptionalLine(FormFields.Facilitator, draft.Facilitator),
        form.Answer(FormFields.ReflectsPlan, draft.ReflectsSchoolImprovementPlan),
        OtherEvaluation(draft, form),
        FollowUp(draft, form));

    private static SessionLocation Location(MiniGrantDraft draft, FormReader form) => new(
        form.Line(FormFields.LocationSchool, draft.LocationSchool),
        form.Address(FormFields.LocationAddress, draft.LocationAddress),
        form.Line(FormFields.LocationRoom, draft.LocationRoom));

    private static SessionPlan Session(MiniGrantDraft draft, FormReader form) => new(
        form.Date(FormFields.SessionDate, draft.SessionDate),
        form.Answer(FormFields.SessionStart, draft.SessionStart),
        form.Answer(FormFields.SessionEnd, draft.SessionEnd),
        form.Answer(FormFields.SessionType, draft.SessionType));

    /// <summary>A list that is far too long is refused as a whole, not line by line.</summary>
    private static ImmutableArray<PartnerSchool> Partners(ImmutableArray<PartnerSchoolDraft> partners, FormReader form, MiniGrantPolicy policy)
    {
        if (partners.IsDefaultOrEmpty)
        {
            return [];
        }

        if (partners.Length > policy.MaxPartnerSchools)
        {
            form.Refuse(FormFields.PartnerSchools.Refuse("too-many", string.Create(CultureInfo.InvariantCulture,
                $"You list {partners.Length} other schools; at most {policy.MaxPartnerSchools} can plan a session along. Shorten the list.")));
            return [];
        }

        return [.. partners.Select((partner, index) => Partner(partner, index, form))];
    }

    private static PartnerSchool Partner(PartnerSchoolDraft partner, int index, FormReader form) => new(
        form.Line(FormFields.PartnerName(index), partner.School),
        form.Participants(FormFields.PartnerParticipants(index), partner.ExpectedParticipants));

    /// <summary>Either a name or "Learning Technologies assigns one"; both together are fine, the name is then a wish.</summary>
    private static string? Instructor(MiniGrantDraft draft, FormReader form)
    {
        var name = form.OptionalLine(FormFields.Instructor, draft.InstructorName);
        if (name is null && draft.AssignInstructor is not true)
        {
            form.Refuse(FormFields.Instructor.Missing());
        }

        return name;
    }

    private static OtherEvaluation OtherEvaluation(MiniGrantDraft draft, FormReader form)
    {
        var planned = form.Answer(FormFields.OtherEvaluation, draft.OtherEvaluationPlanned);
        var explanation = form.OptionalText(FormFields.Explanation, draft.OtherEvaluationExplanation);
        if (planned && explanation is null)
        {
            form.Refuse(FormFields.Explanation.Missing());
        }

        return new OtherEvaluation(planned, explanation);
    }

    private static FollowUpPlan FollowUp(MiniGrantDraft draft, FormReader form)
    {
        var plan = form.Text(FormFields.FollowUpPlan, draft.FollowUpPlan);
        var location = form.Line(FormFields.FollowUpLocation, draft.FollowUpLocation);
        var date = form.Date(FormFields.FollowUpDate, draft.FollowUpDate);
        if (draft.FollowUpDate < draft.SessionDate)
        {
            form.Refuse(FormFields.FollowUpDate.Refuse("before-session", "The follow-up comes after the session: enter the session's date or a later one."));
        }

        return new FollowUpPlan(plan, location, date, draft.FollowUpStart);
    }
}
