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
        var (woken, failed) = (0, 0);
        await Parallel.ForEachAsync(open, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = cancellation }, async (work, token) =>
        {
            switch (await TryWakeAsync(engine, work, token))
            {
                case true:
                    Interlocked.Increment(ref woken);
                    break;
                case null:
                    Interlocked.Increment(ref failed);
                    break;
            }
        });
        log.LogInformation("The sweep found {Open} open mini-grants and woke {Woken}.", open.Count, woken);
        if (failed > 0)
        {
            throw new InvalidOperationException($"The sweep could not look after {failed} of {open.Count} open mini-grants; the log names them.");
        }
    }

    /// <summary>One that makes trouble does not keep the others from being found. Null when it did.</summary>
    private async Task<bool?> TryWakeAsync(DurableTaskClient engine, OpenWork work, CancellationToken cancellation)
    {
        try
        {
            return await WakeAsync(engine, work, cancellation);
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            log.LogError(problem, "The sweep could not look after mini-grant {MiniGrant}.", work.Id);
            return null;
        }
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
