using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Timeline;

namespace TechPlan.Functions.Review;

/// <summary>What the specialist's page shows.</summary>
/// <param name="Decision">What was decided, by whom and when; null while nothing is.</param>
/// <param name="Door">Whether something can be decided here.</param>
public sealed record ReviewModel(GrantView Grant, TimelineEntry? Decision, Door Door, FormState Form);
