using Microsoft.DurableTask;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Replay;

/// <summary>Where the code stands after an episode.</summary>
internal abstract record EpisodeOutcome
{
    private EpisodeOutcome()
    {
    }

    /// <summary>It waits, or it has returned and something that it began is still open.</summary>
    public sealed record Waiting : EpisodeOutcome;

    public sealed record Completed(string? Output) : EpisodeOutcome;

    public sealed record Failed(TaskFailureDetails Failure) : EpisodeOutcome;

    public sealed record ContinuedAsNew(ContinueAsNewRequest Request, IReadOnlyList<EventRaised> Unprocessed) : EpisodeOutcome;
}

/// <summary>What an episode did.</summary>
internal sealed record EpisodeResult(EpisodeOutcome Outcome, IReadOnlyList<HistoryEvent> Actions, string? CustomStatus);
