using System.Collections.Immutable;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Timeline;
using TechPlan.Functions.Web.Visits;

namespace TechPlan.Functions.Review;

/// <summary>What the page shows on which the specialist lets a session take place whatever the count.</summary>
/// <param name="Registered">How many are registered now; null when it cannot be had.</param>
/// <param name="Outcome">Who holds the session already, or what else answered the question; empty while nothing has.</param>
public sealed record HoldModel(GrantView Grant, int? Registered, ImmutableArray<TimelineEntry> Outcome, Door Door, FormState Form);
