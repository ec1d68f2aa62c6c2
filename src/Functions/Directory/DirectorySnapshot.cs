using System.Collections.Immutable;
using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Directory;

/// <summary>The district as of one moment: who is who, the rules and the calendar.</summary>
/// <param name="Rules">The configured policy with the imported closed days.</param>
public sealed record DirectorySnapshot(DistrictDirectory District, ImmutableArray<ClosedDay> ClosedDays, DistrictRules Rules);
