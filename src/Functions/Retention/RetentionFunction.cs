using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace TechPlan.Functions.Retention;

/// <summary>Removes every night what has been kept for long enough.</summary>
public sealed class RetentionFunction(IEnumerable<Retained> all, TimeProvider clock, ILogger<RetentionFunction> log)
{
    /// <summary>At 8:30 UTC, which is night in the district.</summary>
    /// <exception cref="AggregateException">Some rows could not be removed; the others were. The next night tries again.</exception>
    [Function("Retention")]
    public async Task RunAsync([TimerTrigger("0 30 8 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var problems = new List<Exception>();
        foreach (var retained in all)
        {
            try
            {
                var removed = await retained.RemoveBefore(clock.GetUtcNow().AddDays(-retained.KeepDays), cancellation);
                log.LogInformation("{Removed} {What} were older than {Days} days and have been removed.", removed, retained.What, retained.KeepDays);
            }
            catch (Exception problem) when (!cancellation.IsCancellationRequested)
            {
                problems.Add(problem);
            }
        }

        if (problems.Count > 0)
        {
            throw new AggregateException("Not everything that has been kept for long enough could be removed.", problems);
        }
    }
}
