using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Replay;

/// <summary>The context that orchestrator code gets for one episode.</summary>
internal sealed class ReplayContext(InstanceRecord record, OrchestrationPump pump, ILoggerFactory loggerFactory)
    : TaskOrchestrationContext
{
    private readonly DeterministicGuids _guids = new($"{record.Id}|{record.ExecutionId}|{record.Generation}");
    private DateTimeOffset _now;
    private bool _isReplaying = true;

    public TaskLedger Ledger { get; } = new();

    public ExternalEvents Events { get; } = new(Payloads.Converter);

    public ContinueAsNewRequest? ContinueAsNewRequest { get; private set; }

    public string? CustomStatus { get; private set; } = record.CustomStatus;

    public override TaskName Name => record.Name;

    public override string InstanceId => record.Id;

    public override string Version => record.Version;

    /// <summary>Always null: there are no sub-orchestrations here.</summary>
    public override ParentOrchestrationInstance? Parent => null;

    public override DateTime CurrentUtcDateTime => _now.UtcDateTime;

    public override bool IsReplaying => _isReplaying;

    protected override ILoggerFactory LoggerFactory => loggerFactory;

    public void MoveTo(DateTimeOffset now) => _now = now;

    public void EndReplay() => _isReplaying = false;

    public override T? GetInput<T>()
        where T : default => Payloads.Converter.Deserialize<T>(record.Input);

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        ThrowIfAway();
        var text = Payloads.Serialize(input, $"The input of activity '{name}'");
        Task<string?> Attempt() => Ledger.ScheduleActivity(name, text);
        var result = options?.Retry is { } retry ? await new ActivityRetries(this, retry).RunAsync(Attempt) : await Attempt();
        return Payloads.Converter.Deserialize<TResult>(result)!;
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        ThrowIfAway();
        var utc = fireAt.Kind == DateTimeKind.Local ? fireAt.ToUniversalTime() : DateTime.SpecifyKind(fireAt, DateTimeKind.Utc);
        return Ledger.CreateTimer(new DateTimeOffset(utc), cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        ThrowIfAway();
        return Events.WaitFor<T>(eventName, cancellationToken);
    }

    public override void SetCustomStatus(object? customStatus)
    {
        ThrowIfAway();
        CustomStatus = Payloads.SerializeCustomStatus(customStatus);
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true) =>
        ContinueAsNew(new ContinueAsNewOptions { NewInput = newInput, PreserveUnprocessedEvents = preserveUnprocessedEvents });

    public override void ContinueAsNew(ContinueAsNewOptions options)
    {
        ThrowIfAway();
        ArgumentNullException.ThrowIfNull(options);
        var input = Payloads.Serialize(options.NewInput, "The input of the next generation");
        ContinueAsNewRequest = new(input, options.NewVersion, options.PreserveUnprocessedEvents);
    }

    public override Guid NewGuid()
    {
        ThrowIfAway();
        return _guids.Next(_now);
    }

    public override void SendEvent(string instanceId, string eventName, object payload) =>
        throw new NotSupportedException("An orchestrator cannot send events here; let an activity raise them through the client.");

    public override Task<TResult> CallSubOrchestratorAsync<TResult>(
        TaskName orchestratorName, object? input = null, TaskOptions? options = null) =>
        throw new NotSupportedException("Sub-orchestrations do not exist here; let an activity start another instance through the client.");

    private void ThrowIfAway()
    {
        if (!pump.IsCurrent)
        {
            pump.ReportStray();
            throw new NonDurableAwaitException();
        }
    }
}
