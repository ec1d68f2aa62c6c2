using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TechPlan.Local.Durable.History;
using TechPlan.Local.Durable.Replay;

namespace TechPlan.Local.Durable.Engine;

/// <summary>Turns what has arrived for an instance into the commit that records what its code makes of it.</summary>
internal sealed class EpisodePlanner(
    IEnumerable<OrchestratorFunction> functions,
    TimeProvider clock,
    ILoggerFactory loggerFactory,
    Action<LiveInstance, int> onStray)
{
    /// <summary>Generations that follow each other without waiting share a commit, up to this many.</summary>
    private const int MaxGenerationsPerCommit = 8;

    private readonly Dictionary<string, OrchestratorFunction> _functions =
        functions.ToDictionary(function => function.Name, StringComparer.OrdinalIgnoreCase);

    public HistoryCommit Plan(LiveInstance instance, Arrivals arrivals)
    {
        var draft = new Draft(instance.Record, instance.History, [], arrivals.Taken, DropsHistory: false);
        List<HistoryEvent> arrived = [new EpisodeStarted(clock.GetUtcNow()), .. arrivals.Taken.Select(message => message.Event).Where(instance.Open.Awaits)];
        for (var generations = 1; ; generations++)
        {
            var episode = Run(instance, draft, arrived);
            draft = draft with { Record = draft.Record with { CustomStatus = episode.CustomStatus } };
            if (episode.Outcome is not EpisodeOutcome.ContinuedAsNew next)
            {
                return Finish(draft, arrived, episode, arrivals).ToCommit(clock.GetUtcNow());
            }

            draft = Renew(draft, next, arrivals);
            arrived = [new EpisodeStarted(clock.GetUtcNow())];
            if (generations == MaxGenerationsPerCommit)
            {
                return draft.ToCommit(clock.GetUtcNow());
            }
        }
    }

    private EpisodeResult Run(LiveInstance instance, Draft draft, IReadOnlyList<HistoryEvent> arrived)
    {
        var generation = draft.Record.Generation;
        return _functions.TryGetValue(draft.Record.Name, out var function)
            ? Episode.Run(function, draft.Record, draft.Past, arrived, loggerFactory, () => onStray(instance, generation))
            : new EpisodeResult(new EpisodeOutcome.Failed(NotFound(draft.Record.Name)), [], draft.Record.CustomStatus);
    }

    private static Draft Finish(Draft draft, IReadOnlyList<HistoryEvent> arrived, EpisodeResult episode, Arrivals arrivals) => episode.Outcome switch
    {
        EpisodeOutcome.Completed completed => draft.End(OrchestrationRuntimeStatus.Completed, completed.Output, failure: null, arrivals),
        EpisodeOutcome.Failed failed => draft.End(OrchestrationRuntimeStatus.Failed, output: null, failed.Failure, arrivals),
        _ => draft.Append([.. arrived, .. episode.Actions], arrivals),
    };

    private Draft Renew(Draft draft, EpisodeOutcome.ContinuedAsNew next, Arrivals arrivals)
    {
        var record = draft.Record with
        {
            Generation = draft.Record.Generation + 1,
            Input = next.Request.Input,
            Version = next.Request.Version ?? draft.Record.Version,
            Status = OrchestrationRuntimeStatus.Running,
            CreatedAt = clock.GetUtcNow(),
        };
        var consumed = next.Request.PreserveUnprocessedEvents ? draft.Consumed : arrivals.All;
        return new Draft(record, next.Unprocessed, next.Unprocessed, consumed, DropsHistory: true);
    }

    private static TaskFailureDetails NotFound(string name) =>
        new("OrchestratorTaskNotFound", $"There is no orchestrator function named '{name}'.", null, null, null);

    /// <summary>A commit in the making.</summary>
    /// <param name="Record">The instance.</param>
    /// <param name="Past">What the next episode replays.</param>
    /// <param name="NewEvents">What of it is not stored yet.</param>
    /// <param name="Consumed">Messages that are history now, or thrown away.</param>
    /// <param name="DropsHistory">Whether what is stored so far is void.</param>
    private sealed record Draft(
        InstanceRecord Record,
        IReadOnlyList<HistoryEvent> Past,
        IReadOnlyList<HistoryEvent> NewEvents,
        IReadOnlyList<InboxMessage> Consumed,
        bool DropsHistory)
    {
        public Draft Append(IReadOnlyList<HistoryEvent> lines, Arrivals arrivals)
        {
            List<HistoryEvent> events = [.. NewEvents, .. lines];
            return HistorySize.Of(events) <= HistorySize.MaxPerCommit
                ? this with { NewEvents = events, Record = Record with { Status = OrchestrationRuntimeStatus.Running } }
                : End(OrchestrationRuntimeStatus.Failed, output: null, TooMuch(), arrivals);
        }

        public Draft End(OrchestrationRuntimeStatus status, string? output, TaskFailureDetails? failure, Arrivals arrivals) => this with
        {
            NewEvents = [],
            Consumed = arrivals.All,
            DropsHistory = true,
            Record = Record with { Status = status, Output = output, Failure = failure },
        };

        public HistoryCommit ToCommit(DateTimeOffset now) => new(Record with { UpdatedAt = now }, NewEvents, Consumed, DropsHistory);

        private static TaskFailureDetails TooMuch() => TaskFailureDetails.FromException(new InvalidOperationException(
            "One episode began more than one transaction can hold (about 1.5 MiB of inputs and results). Await in between, or pass references."));
    }
}
