using System.Collections.Immutable;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Timeline;
using TechPlan.Functions.Web.Visits;

namespace TechPlan.Functions.Review;

/// <summary>What the page shows on which the specialist enters the number of registrations.</summary>
/// <param name="Outcome">The count that decided, or what else ended the question; empty while nothing has.</param>
public sealed record CountModel(GrantView Grant, ImmutableArray<TimelineEntry> Outcome, Door Door, FormState Form);
