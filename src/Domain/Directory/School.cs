namespace TechPlan.Domain.Directory;

/// <summary>A school as the district's list has it.</summary>
/// <param name="Cluster">The SOS cluster whose specialist decides its requests.</param>
/// <param name="Itl">The ITL of record (MG-04).</param>
/// <param name="Leader">The School Leader.</param>
/// <param name="InProgram">Only these may ask for a mini-grant (MG-14).</param>
/// <param name="Sector">As the list says it, such as <c>public</c> or <c>non-public</c>.</param>
public sealed record School(string Name, string Cluster, Person Itl, Person Leader, bool InProgram, string Sector);

/// <summary>An SOS cluster and the Learning Technologies specialist who decides its requests.</summary>
public sealed record Cluster(string Name, Person Specialist);

/// <summary>A day on which the district is closed.</summary>
public sealed record ClosedDay(DateOnly Date, string Name);
