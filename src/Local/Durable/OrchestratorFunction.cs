using Microsoft.DurableTask;

namespace TechPlan.Local.Durable;

/// <summary>
/// An orchestrator by name. <paramref name="Run"/> must stay on the thread that calls it until its first durable await:
/// anything asynchronous in front of the user's code would look like a forbidden await.
/// </summary>
public sealed record OrchestratorFunction(string Name, Func<TaskOrchestrationContext, Task<object?>> Run);
