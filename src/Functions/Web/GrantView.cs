using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Web;

/// <summary>A mini-grant as pages show it.</summary>
/// <param name="SpecialistName">Who decides its requests now; null when the directory no longer has the cluster.</param>
public sealed record GrantView(MiniGrant.Known State, DistrictRules Rules, string? SpecialistName)
{
    public Submission Submission => State.Submission;

    public MiniGrantId Id => State.Submission.Id;

    public MiniGrantRequest Request => State.Submission.Request;

    public DistrictText Text { get; } = new(Rules.Calendar.TimeZone);

    public Standing Standing => Standing.Of(State);

    /// <summary>The specialist by name, or by office.</summary>
    public string Specialist => SpecialistName ?? "the SOS specialist";

    public int Minimum => Rules.Policy.MinimumParticipants;

    /// <summary>When the registrations are counted.</summary>
    public DateTimeOffset CheckAt => MiniGrantWorkflow.EnrollCheckAt(Request.Session, Rules);

    public DateTimeOffset StartAt => MiniGrantWorkflow.SessionStartAt(Request.Session, Rules);

    /// <summary>What comes next, in order; empty once nothing does.</summary>
    public ImmutableArray<NextStep> Ahead => NextSteps.Of(this);
}
