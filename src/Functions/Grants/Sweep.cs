using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Grants;

/// <summary>
/// Finds what a lost nudge, a failed instance or a killed worker left behind. It stands outside any orchestration, so nothing
/// that befalls them befalls it.
/// </summary>
public sealed class Sweep(OpenWorkTable openWork, Nudge nudge, TimeProvider clock, ILogger<Sweep> log)
{
    /// <summary>What has been due for less is most likely being done.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    [Function(nameof(Sweep))]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        var open = await ReadAsync(cancellation);
        var woken = 0;
        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation }, async (work, token) =>
        {
            if (await WakeAsync(engine, work, token))
            {
                Interlocked.Increment(ref woken);
            }
        });
        log.LogInformation("The sweep found {Open} open mini-grants and woke {Woken}.", open.Count, woken);
    }

    private async Task<IReadOnlyCollection<OpenWork>> ReadAsync(CancellationToken cancellation)
    {
        var shards = await Task.WhenAll(Enumerable.Range(0, OpenWorkTable.Shards).Select(async shard => await openWork.ReadShardAsync(shard, cancellation)));
        return [.. shards.SelectMany(rows => rows)];
    }

    /// <summary>
    /// Starts what has no living instance, whether it is due or not, and nudges what is overdue. A suspended instance is left
    /// alone: a person suspended it.
    /// </summary>
    private async Task<bool> WakeAsync(DurableTaskClient engine, OpenWork work, CancellationToken cancellation)
    {
        var overdue = work.Due < clock.GetUtcNow() - Grace;
        var justIn = !overdue && work.Due <= clock.GetUtcNow();
        if (justIn)
        {
            return false;
        }

        var instance = await engine.GetInstanceAsync(work.Id.Value, cancellation);
        if (instance is null || instance.IsCompleted)
        {
            await nudge.StartAsync(engine, work.Id, cancellation);
            return true;
        }

        if (overdue && instance.RuntimeStatus is not OrchestrationRuntimeStatus.Suspended)
        {
            await nudge.SendAsync(engine, work.Id, cancellation);
            return true;
        }

        return false;
    }
}
