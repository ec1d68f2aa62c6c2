using System.Collections.Immutable;

namespace TechPlan.Domain.MiniGrants;

/// <summary>What the rules look at in a request, finished or not. What is null is not known yet, and no rule objects to it.</summary>
internal sealed record RequestOutline
{
    internal string? LeadSchool { get; private init; }

    internal EmailAddress? Submitter { get; private init; }

    internal DateOnly? DiscussedWithLearningTeamOn { get; private init; }

    internal DateOnly? Date { get; private init; }

    internal TimeOnly? Start { get; private init; }

    internal TimeOnly? End { get; private init; }

    internal SessionType? Type { get; private init; }

    internal ImmutableArray<string?> PartnerSchools { get; private init; } = [];

    internal static RequestOutline Of(MiniGrantRequest request) => new()
    {
        LeadSchool = request.LeadSchool,
        Submitter = request.Submitter.Email,
        DiscussedWithLearningTeamOn = request.DiscussedWithLearningTeamOn,
        Date = request.Session.Date,
        Start = request.Session.Start,
        End = request.Session.End,
        Type = request.Session.Type,
        PartnerSchools = [.. request.PartnerSchools.Select(partner => partner.School)],
    };

    internal static RequestOutline Of(MiniGrantDraft draft) => new()
    {
        LeadSchool = FormText.Line(draft.LeadSchool),
        Submitter = EmailAddress.TryParse(FormText.Line(draft.SubmitterEmail)),
        DiscussedWithLearningTeamOn = draft.DiscussedWithLearningTeamOn,
        Date = draft.SessionDate,
        Start = draft.SessionStart,
        End = draft.SessionEnd,
        Type = draft.SessionType,
        PartnerSchools = draft.PartnerSchools.IsDefault ? [] : [.. draft.PartnerSchools.Select(partner => FormText.Line(partner.School))],
    };
}
