namespace TechPlan.Functions.Web.Components;

/// <summary>One answer to choose.</summary>
/// <param name="Means">What follows from it; null when that is plain.</param>
public sealed record Choice(string Value, string Label, string? Means = null);
