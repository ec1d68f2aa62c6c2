namespace TechPlan.Local.Durable;

/// <summary>Settings of the engine, as host.json gives them.</summary>
/// <param name="HubName">Begins the name of the engine's table.</param>
/// <param name="DefaultVersion">The version of instances that are started without one.</param>
/// <param name="MaxConcurrentActivities">Zero: twice the processors.</param>
/// <param name="MaxConcurrentOrchestrators">Zero: eight times the processors, since an episode mostly waits for its commit.</param>
public sealed record DurableEngineOptions(
    string HubName = "LocalHub",
    string DefaultVersion = "",
    int MaxConcurrentActivities = 0,
    int MaxConcurrentOrchestrators = 0)
{
    internal int ActivityWorkers =>
        MaxConcurrentActivities > 0 ? MaxConcurrentActivities : 2 * Environment.ProcessorCount;

    internal int OrchestratorWorkers =>
        MaxConcurrentOrchestrators > 0 ? MaxConcurrentOrchestrators : 8 * Environment.ProcessorCount;
}
