using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace TechPlan.Local.Durable.History;

/// <summary>
/// One line of an instance's history. An episode writes what came in first, then what the code did about it, so a replay meets
/// them in the same order.
/// </summary>
[JsonDerivedType(typeof(EpisodeStarted), nameof(EpisodeStarted))]
[JsonDerivedType(typeof(EventRaised), nameof(EventRaised))]
[JsonDerivedType(typeof(ActivityScheduled), nameof(ActivityScheduled))]
[JsonDerivedType(typeof(ActivityCompleted), nameof(ActivityCompleted))]
[JsonDerivedType(typeof(ActivityFailed), nameof(ActivityFailed))]
[JsonDerivedType(typeof(TimerCreated), nameof(TimerCreated))]
[JsonDerivedType(typeof(TimerFired), nameof(TimerFired))]
[JsonDerivedType(typeof(TimerCanceled), nameof(TimerCanceled))]
public abstract record HistoryEvent
{
    private protected HistoryEvent()
    {
    }
}

/// <summary>The first one of a generation starts the code; each sets its clock.</summary>
public sealed record EpisodeStarted(DateTimeOffset At) : HistoryEvent;

public sealed record EventRaised(string Name, string? Payload) : HistoryEvent;

public sealed record ActivityScheduled(int Id, string Name, string? Input) : HistoryEvent;

public sealed record ActivityCompleted(int Id, string? Result) : HistoryEvent;

public sealed record ActivityFailed(int Id, TaskFailureDetails Failure) : HistoryEvent;

public sealed record TimerCreated(int Id, DateTimeOffset DueAt) : HistoryEvent;

public sealed record TimerFired(int Id) : HistoryEvent;

public sealed record TimerCanceled(int Id) : HistoryEvent;
