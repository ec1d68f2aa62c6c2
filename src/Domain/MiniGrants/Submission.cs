using System.Collections.Immutable;

namespace TechPlan.Domain.MiniGrants;

/// <summary>A request that was accepted for review, with what was known about it then.</summary>
/// <param name="Cluster">The lead school's SOS cluster when it was submitted.</param>
public sealed record Submission(MiniGrantId Id, MiniGrantRequest Request, DateTimeOffset SubmittedAt, string Cluster, ImmutableArray<Flag> Flags);

/// <summary>What the directory and the other mini-grants say about a draft, looked up by whoever asks.</summary>
/// <param name="LeadSchool">Null when the directory has no such school.</param>
/// <param name="PartnersOutsideProgram">Names of partner schools that the directory lacks or that do not take part.</param>
/// <param name="SameSchoolAndDate">Other mini-grants of the lead school for the same date.</param>
public sealed record SubmissionFacts(
    Directory.School? LeadSchool,
    ImmutableArray<string> PartnersOutsideProgram,
    ImmutableArray<MiniGrantId> SameSchoolAndDate)
{
    /// <summary>How fields were understood that did not say it exactly, a sentence each.</summary>
    public ImmutableArray<string> ReadAs { get => field.IsDefault ? [] : field; init; }
}
