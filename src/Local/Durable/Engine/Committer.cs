using Microsoft.Extensions.Logging;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>Stores commits. When it is in doubt whether one arrived, the store is asked and its answer taken over.</summary>
internal sealed class Committer(IHistoryStore store, ILogger logger, CancellationToken stopping)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(5);

    /// <summary>The caller holds the turn. False: the store knew better.</summary>
    public async Task<bool> CommitAsync(LiveInstance instance, HistoryCommit commit)
    {
        if (await TryCommitAsync(commit, instance.Position) is { } position)
        {
            instance.Apply(commit, position);
            return true;
        }

        await ReloadAsync(instance);
        return false;
    }

    private async Task<StorePosition?> TryCommitAsync(HistoryCommit commit, StorePosition position)
    {
        try
        {
            return await store.CommitAsync(commit, position, stopping);
        }
        catch (Exception exception) when (!stopping.IsCancellationRequested)
        {
            logger.LogWarning(exception, "A commit of instance {InstanceId} may not have arrived.", commit.Record.Id);
            await Task.Delay(FirstPause, stopping);
            return null;
        }
    }

    private async Task ReloadAsync(LiveInstance instance)
    {
        for (var pause = FirstPause; ; pause = 2 * pause < LongestPause ? 2 * pause : LongestPause)
        {
            try
            {
                TakeOver(instance, await store.LoadAsync(instance.Record.Id, stopping));
                return;
            }
            catch (Exception exception) when (!stopping.IsCancellationRequested)
            {
                logger.LogWarning(exception, "Instance {InstanceId} could not be read; trying again in {Pause}.", instance.Record.Id, pause);
                await Task.Delay(pause, stopping);
            }
        }
    }

    private static void TakeOver(LiveInstance instance, StoredInstance? stored)
    {
        if (stored is not null && string.Equals(stored.Record.ExecutionId, instance.Record.ExecutionId, StringComparison.Ordinal))
        {
            instance.Reset(stored);
        }
        else
        {
            instance.Vanish();
        }
    }
}
