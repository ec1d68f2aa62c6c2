using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable;

/// <summary>Keeps instances, their history and their inbox.</summary>
public interface IHistoryStore
{
    /// <summary>Makes what the store needs, when it is not there yet.</summary>
    Task InitializeAsync(CancellationToken cancellation);

    /// <summary>Every instance that has not ended, to be taken up after a start.</summary>
    Task<IReadOnlyList<StoredInstance>> LoadUnfinishedAsync(CancellationToken cancellation);

    /// <summary>Null when nobody bears the id.</summary>
    Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellation);

    /// <summary>Records a message. Adding the same sequence again changes nothing.</summary>
    Task AddMessageAsync(InstanceRecord instance, InboxMessage message, CancellationToken cancellation);

    /// <summary>Null, and nothing stored, when the instance is no longer at <paramref name="replaces"/>.</summary>
    Task<StorePosition?> CommitAsync(HistoryCommit commit, StorePosition replaces, CancellationToken cancellation);

    /// <summary>Instances that fit <paramref name="query"/>, in order of id.</summary>
    Task<Page<InstanceRecord>> QueryAsync(
        OrchestrationQuery query, string? continuationToken, int pageSize, CancellationToken cancellation);

    /// <summary>Removes all of an instance; false when nobody bears the id.</summary>
    Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation);
}
