using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Tests.Durable.Stores;

/// <summary>
/// The store as a process sees it that is killed: from one operation on nothing arrives any more, and whether that one arrived the
/// process never learns.
/// </summary>
internal sealed class MortalStore(IHistoryStore inner, int operationsLeft, bool lastOneArrives) : IHistoryStore
{
    private readonly TaskCompletionSource _died = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _left = operationsLeft;

    public Task Died => _died.Task;

    public Task InitializeAsync(CancellationToken cancellation) => inner.InitializeAsync(cancellation);

    public Task<IReadOnlyList<StoredInstance>> LoadUnfinishedAsync(CancellationToken cancellation) => inner.LoadUnfinishedAsync(cancellation);

    public Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellation) =>
        LiveAsync(() => inner.LoadAsync(instanceId, cancellation));

    public Task AddMessageAsync(InstanceRecord instance, InboxMessage message, CancellationToken cancellation) =>
        LiveAsync(async () =>
        {
            await inner.AddMessageAsync(instance, message, cancellation);
            return true;
        });

    public Task<StorePosition?> CommitAsync(HistoryCommit commit, StorePosition replaces, CancellationToken cancellation) =>
        LiveAsync(() => inner.CommitAsync(commit, replaces, cancellation));

    public Task<Page<InstanceRecord>> QueryAsync(
        OrchestrationQuery query, string? continuationToken, int pageSize, CancellationToken cancellation) =>
        LiveAsync(() => inner.QueryAsync(query, continuationToken, pageSize, cancellation));

    public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation) =>
        LiveAsync(() => inner.PurgeAsync(instanceId, cancellation));

    private async Task<T> LiveAsync<T>(Func<Task<T>> operation)
    {
        var left = Interlocked.Decrement(ref _left);
        if (left > 0)
        {
            return await operation();
        }

        if (left == 0 && lastOneArrives)
        {
            await operation();
        }

        _died.TrySetResult();
        throw new IOException("The process is dead.");
    }
}
