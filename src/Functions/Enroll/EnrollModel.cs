using TechPlan.Domain.Enrollment;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;

namespace TechPlan.Functions.Enroll;

/// <summary>What a session's page on the built-in Enroll shows.</summary>
/// <param name="Registered">Null when the number cannot be had.</param>
public sealed record EnrollModel(GrantView Grant, int? Registered, EnrollPosting Posting, FormState Form)
{
    /// <summary>Thanks for a registration just taken.</summary>
    public bool JustRegistered { get; init; }

    /// <summary>The address sent was registered before.</summary>
    public bool KnownAlready { get; init; }
}
