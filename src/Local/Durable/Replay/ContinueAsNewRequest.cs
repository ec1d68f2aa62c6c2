namespace TechPlan.Local.Durable.Replay;

internal sealed record ContinueAsNewRequest(string? Input, string? Version, bool PreserveUnprocessedEvents);
