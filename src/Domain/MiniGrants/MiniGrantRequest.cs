using System.Collections.Immutable;

namespace TechPlan.Domain.MiniGrants;

/// <summary>A complete request as the form asks for it (MG-05). Dates and times are the district's local ones.</summary>
/// <param name="ExpectedParticipants">Of the lead school alone; see <see cref="TotalExpectedParticipants"/>.</param>
/// <param name="Submitter">The lead ITL: who asks, organizes the paperwork (MG-13) and is told everything.</param>
/// <param name="Instructor">Leads the session (MG-06); null when not known, or when the office assigns one.</param>
/// <param name="Facilitator">Assists (MG-06), as typed: a name, an address, or both.</param>
public sealed record MiniGrantRequest(
    string LeadSchool,
    int ExpectedParticipants,
    Person Submitter,
    DateOnly DiscussedWithLearningTeamOn,
    string Title,
    SessionLocation Location,
    SessionPlan Session,
    ImmutableArray<PartnerSchool> PartnerSchools,
    string? Instructor,
    bool AssignInstructor,
    string? Facilitator,
    bool ReflectsSchoolImprovementPlan,
    OtherEvaluation OtherEvaluation,
    FollowUpPlan FollowUp)
{
    /// <summary>The lead school's and every partner's expected participants together.</summary>
    public int TotalExpectedParticipants => ExpectedParticipants + PartnerSchools.Sum(partner => partner.ExpectedParticipants);
}

/// <summary>Where the session takes place.</summary>
public sealed record SessionLocation(string School, string Address, string Room);

/// <summary>When the session takes place: one day, from <paramref name="Start"/> until before midnight.</summary>
public sealed record SessionPlan(DateOnly Date, TimeOnly Start, TimeOnly End, SessionType Type);

/// <summary>Decides how early the registrations are counted (MG-12).</summary>
public enum SessionType
{
    /// <summary>Counted one workday before.</summary>
    Standard,

    /// <summary>Counted one week before.</summary>
    SlcLevelOne,
}

/// <summary>Another school that plans the session along (MG-03).</summary>
public sealed record PartnerSchool(string School, int ExpectedParticipants);

/// <summary>An evaluation beside the standard online survey (MG-09); explained when planned.</summary>
public sealed record OtherEvaluation(bool Planned, string? Explanation);

/// <summary>How changed practice will be known and reinforced (MG-08).</summary>
public sealed record FollowUpPlan(string Plan, string Location, DateOnly Date, TimeOnly? Start);
