using TechPlan.Domain.Calendars;

namespace TechPlan.Domain.MiniGrants;

/// <summary>What every decision is measured against: the district's numbers and its one calendar.</summary>
public sealed record DistrictRules(MiniGrantPolicy Policy, SchoolCalendar Calendar);
