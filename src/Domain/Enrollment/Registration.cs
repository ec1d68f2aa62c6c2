namespace TechPlan.Domain.Enrollment;

/// <summary>Somebody who means to come to a session. One address registers once.</summary>
/// <param name="RegisteredAt">UTC.</param>
public sealed record Registration(Person Who, string School, DateTimeOffset RegisteredAt);
