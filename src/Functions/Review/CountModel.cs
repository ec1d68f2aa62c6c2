using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Timeline;

namespace TechPlan.Functions.Review;

/// <summary>What the page shows on which the specialist enters the number of registrations.</summary>
/// <param name="Outcome">The count that decided; null while none has.</param>
public sealed record CountModel(GrantView Grant, TimelineEntry? Outcome, Door Door, FormState Form);
