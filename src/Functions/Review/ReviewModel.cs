using System.Collections.Immutable;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Timeline;
using TechPlan.Functions.Web.Visits;

namespace TechPlan.Functions.Review;

/// <summary>What the specialist's page shows.</summary>
/// <param name="Outcome">What was decided, by whom and when, and what followed; empty while nothing is.</param>
/// <param name="Door">Whether something can be decided here.</param>
public sealed record ReviewModel(GrantView Grant, ImmutableArray<TimelineEntry> Outcome, Door Door, FormState Form);
