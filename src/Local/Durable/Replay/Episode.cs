using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Replay;

/// <summary>
/// Runs an orchestrator over its history and then over what has newly arrived. Pure but for the code's own logging: nothing is
/// stored and nothing started here.
/// </summary>
internal sealed class Episode
{
    private readonly OrchestratorFunction _function;
    private readonly OrchestrationPump _pump;
    private readonly ReplayContext _context;
    private Task<object?>? _code;

    private Episode(OrchestratorFunction function, InstanceRecord record, ILoggerFactory loggerFactory, Action onStray)
    {
        _function = function;
        _pump = new OrchestrationPump(onStray);
        _context = new ReplayContext(record, _pump, loggerFactory);
    }

    /// <param name="function">The code.</param>
    /// <param name="record">The instance; its input, version and custom status are the code's.</param>
    /// <param name="past">History so far.</param>
    /// <param name="arrived">What is new, beginning with <see cref="EpisodeStarted"/>.</param>
    /// <param name="loggerFactory">For the code's loggers.</param>
    /// <param name="onStray">Called when code comes back from a forbidden await after the episode is over.</param>
    public static EpisodeResult Run(
        OrchestratorFunction function,
        InstanceRecord record,
        IReadOnlyList<HistoryEvent> past,
        IEnumerable<HistoryEvent> arrived,
        ILoggerFactory loggerFactory,
        Action onStray) => new Episode(function, record, loggerFactory, onStray).Run(past, arrived);

    private EpisodeResult Run(IReadOnlyList<HistoryEvent> past, IEnumerable<HistoryEvent> arrived)
    {
        try
        {
            var stayed = _pump.Run(() => Play(past, arrived));
            var outcome = stayed ? Outcome() : Failed(new NonDurableAwaitException());
            return new EpisodeResult(outcome, _context.Ledger.NewActions, _context.CustomStatus);
        }
        catch (NonDeterministicOrchestrationException exception)
        {
            return new EpisodeResult(Failed(exception), [], _context.CustomStatus);
        }
    }

    private void Play(IReadOnlyList<HistoryEvent> past, IEnumerable<HistoryEvent> arrived)
    {
        foreach (var line in past)
        {
            Process(line);
        }

        _context.Ledger.ThrowIfMoreThanHistory();
        _context.EndReplay();
        foreach (var line in arrived)
        {
            Process(line);
        }
    }

    private void Process(HistoryEvent line)
    {
        switch (line)
        {
            case EpisodeStarted started:
                _context.MoveTo(started.At);
                _code ??= Start();
                break;
            case EventRaised raised:
                _context.Events.Deliver(raised);
                break;
            case ActivityCompleted completed:
                _context.Ledger.Complete(completed);
                break;
            case ActivityFailed failed:
                _context.Ledger.Fail(failed);
                break;
            case TimerFired fired:
                _context.Ledger.Fire(fired);
                break;
            default:
                _context.Ledger.Match(line);
                break;
        }

        _pump.Drain();
    }

    private Task<object?> Start()
    {
        try
        {
            return _function.Run(_context);
        }
        catch (Exception exception)
        {
            return Task.FromException<object?>(exception);
        }
    }

    private EpisodeOutcome Outcome()
    {
        if (_context.Ledger.HasOpenTasks)
        {
            return new EpisodeOutcome.Waiting();
        }

        if (_code is not { IsCompleted: true } code)
        {
            return _context.Events.HasWaiters ? new EpisodeOutcome.Waiting() : Failed(new NonDurableAwaitException());
        }

        return code.IsCompletedSuccessfully ? Ended(code.Result) : Failed(code.Exception?.InnerException ?? new TaskCanceledException(code));
    }

    private EpisodeOutcome Ended(object? output)
    {
        if (_context.ContinueAsNewRequest is { } request)
        {
            return new EpisodeOutcome.ContinuedAsNew(request, request.PreserveUnprocessedEvents ? _context.Events.Unprocessed : []);
        }

        try
        {
            return new EpisodeOutcome.Completed(Payloads.Serialize(output, "The orchestrator's output"));
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException or System.Text.Json.JsonException)
        {
            return Failed(exception);
        }
    }

    private static EpisodeOutcome.Failed Failed(Exception exception) => new(TaskFailureDetails.FromException(exception));
}
