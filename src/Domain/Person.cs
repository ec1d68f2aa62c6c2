namespace TechPlan.Domain;

/// <summary>Somebody who can be written to.</summary>
public sealed record Person(string Name, EmailAddress Email);
