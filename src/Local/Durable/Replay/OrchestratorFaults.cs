namespace TechPlan.Local.Durable.Replay;

/// <summary>The code did something else than its history says.</summary>
internal sealed class NonDeterministicOrchestrationException(string message) : Exception(message);

/// <summary>The code awaited something that its context did not make, which no replay could repeat.</summary>
internal sealed class NonDurableAwaitException() : Exception(
    "The orchestrator awaited something other than a durable task of its context, left the orchestrator's thread, or waits for nothing that can ever happen. "
    + "Move I/O and waiting into activities, durable timers and external events.");
