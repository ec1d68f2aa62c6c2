using System.Collections.Immutable;
using TechPlan.Functions.Web;
using TechPlan.Functions.Web.Forms;
using TechPlan.Functions.Web.Timeline;

namespace TechPlan.Functions.Status;

/// <summary>What the lead ITL's page shows.</summary>
/// <param name="Registered">How many are registered; null when the session was never posted, or the number cannot be had.</param>
/// <param name="EnrollAddress">The session's page on Enroll; null when it was never posted.</param>
/// <param name="MayWithdraw">Whether the request can still be taken back, with this link.</param>
/// <param name="LinkExpired">The page still shows where it stands, but takes nothing.</param>
/// <param name="NotRecorded">What was just sent came too late.</param>
public sealed record StatusModel(
    GrantView Grant,
    ImmutableArray<TimelineEntry> Timeline,
    int? Registered,
    string? EnrollAddress,
    bool MayWithdraw,
    bool LinkExpired,
    bool NotRecorded,
    FormState Form);
