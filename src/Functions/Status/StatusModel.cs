using System.Collections.Immutable;
using TechPlan.Functions.Correspondence.Paperwork;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Timeline;
using TechPlan.Functions.Web.Visits;

namespace TechPlan.Functions.Status;

/// <summary>What the lead ITL's page shows.</summary>
/// <param name="Registered">How many are registered; null when the session was never posted, or the number cannot be had.</param>
/// <param name="EnrollAddress">The session's page on Enroll; null when it was never posted.</param>
/// <param name="AskAgain">The form with what was asked for; null while the mini-grant goes on, and for a link that has expired.</param>
/// <param name="Door">Whether the request can be withdrawn here.</param>
public sealed record StatusModel(
    GrantView Grant, ImmutableArray<TimelineEntry> Timeline, int? Registered, string? EnrollAddress, string? AskAgain, Door Door, FormState Form)
{
    /// <summary>What came as the mini-grant's paperwork.</summary>
    public ImmutableArray<PaperworkFile> Paperwork { get; init; } = [];
}
