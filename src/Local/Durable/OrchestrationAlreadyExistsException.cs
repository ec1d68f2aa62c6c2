namespace TechPlan.Local.Durable;

/// <summary>The id is borne by an instance that may not be replaced. Its real namesake differs by backend, so callers catch broadly.</summary>
public sealed class OrchestrationAlreadyExistsException(string message) : Exception(message);
