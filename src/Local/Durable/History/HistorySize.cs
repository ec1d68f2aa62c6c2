namespace TechPlan.Local.Durable.History;

/// <summary>Roughly how many characters history takes in the store.</summary>
internal static class HistorySize
{
    /// <summary>More than this in one episode would not fit one transaction of the table service (4 MiB on the wire).</summary>
    public const long MaxPerCommit = 800_000;

    private const int Envelope = 80;

    public static long Of(IEnumerable<HistoryEvent> lines) => lines.Sum(Of);

    public static long Of(HistoryEvent line) => Envelope + line switch
    {
        EventRaised raised => raised.Name.Length + (raised.Payload?.Length ?? 0),
        ActivityScheduled scheduled => scheduled.Name.Length + (scheduled.Input?.Length ?? 0),
        ActivityCompleted completed => completed.Result?.Length ?? 0,
        ActivityFailed failed => Of(failed.Failure),
        _ => 0,
    };

    private static long Of(Microsoft.DurableTask.TaskFailureDetails failure) =>
        failure.ErrorMessage.Length + (failure.StackTrace?.Length ?? 0) + (failure.InnerFailure is { } inner ? Of(inner) : 0);
}
