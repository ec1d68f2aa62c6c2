using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace TechPlan.Functions.Correspondence.Answers;

/// <summary>Forgets who was answered how often: only the day itself counts.</summary>
public sealed class AnswerRetention(AnswerTable answers, TimeProvider clock, ILogger<AnswerRetention> log)
{
    /// <summary>A mail may wait for days before it is handled, and is counted on the day on which it came.</summary>
    private const int Days = 30;

    /// <summary>At 8:50 UTC, which is night in the district.</summary>
    [Function(nameof(AnswerRetention))]
    public async Task RunAsync([TimerTrigger("0 50 8 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var removed = await answers.RemoveBeforeAsync(DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddDays(-Days), cancellation);
        log.LogInformation("{Removed} answers were counted more than {Days} days ago and have been forgotten.", removed, Days);
    }
}
