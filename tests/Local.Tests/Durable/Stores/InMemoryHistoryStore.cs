using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Tests.Durable.Stores;

/// <summary>The store's contract without a table service.</summary>
internal sealed class InMemoryHistoryStore : IHistoryStore
{
    private readonly Lock _gate = new();
    private readonly SortedDictionary<string, Kept> _instances = new(StringComparer.Ordinal);
    private long _version;

    public Task InitializeAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task<IReadOnlyList<StoredInstance>> LoadUnfinishedAsync(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult<IReadOnlyList<StoredInstance>>(
                [.. _instances.Values.Where(kept => kept.Record.IsOpen).Select(kept => kept.ToStored())]);
        }
    }

    public Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult(_instances.GetValueOrDefault(instanceId)?.ToStored());
        }
    }

    public Task AddMessageAsync(InstanceRecord instance, InboxMessage message, CancellationToken cancellation)
    {
        lock (_gate)
        {
            if (_instances.GetValueOrDefault(instance.Id) is { } kept && string.Equals(kept.Record.ExecutionId, instance.ExecutionId, StringComparison.Ordinal))
            {
                kept.Inbox.TryAdd(message.Sequence, message);
            }

            return Task.CompletedTask;
        }
    }

    public Task<StorePosition?> CommitAsync(HistoryCommit commit, StorePosition replaces, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var kept = _instances.GetValueOrDefault(commit.Record.Id);
            if (!string.Equals(kept?.ETag ?? string.Empty, replaces.ETag, StringComparison.Ordinal))
            {
                return Task.FromResult<StorePosition?>(null);
            }

            if (kept is null || !string.Equals(kept.Record.ExecutionId, commit.Record.ExecutionId, StringComparison.Ordinal))
            {
                kept = _instances[commit.Record.Id] = new Kept();
            }

            kept.Apply(commit, (++_version).ToString(CultureInfo.InvariantCulture));
            return Task.FromResult<StorePosition?>(new StorePosition(kept.ETag, []));
        }
    }

    public Task<Page<InstanceRecord>> QueryAsync(
        OrchestrationQuery query, string? continuationToken, int pageSize, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var found = _instances.Values.Select(kept => kept.Record)
                .Where(record => string.CompareOrdinal(record.Id, continuationToken) > 0 && Fits(query, record))
                .Take(pageSize + 1)
                .ToList();
            var more = found.Count > pageSize;
            var page = found.Take(pageSize).ToList();
            return Task.FromResult(new Page<InstanceRecord>(page, more ? page[^1].Id : null));
        }
    }

    public Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult(_instances.Remove(instanceId));
        }
    }

    private static bool Fits(OrchestrationQuery query, InstanceRecord record) =>
        (query.InstanceIdPrefix is not { } prefix || record.Id.StartsWith(prefix, StringComparison.Ordinal))
        && (query.Statuses is null || query.Statuses.Contains(record.Status))
        && (query.CreatedFrom is not { } from || record.CreatedAt >= from)
        && (query.CreatedTo is not { } to || record.CreatedAt <= to);

    private sealed class Kept
    {
        private readonly List<HistoryEvent> _history = [];

        public InstanceRecord Record { get; private set; } = null!;

        public string ETag { get; private set; } = string.Empty;

        public SortedDictionary<long, InboxMessage> Inbox { get; } = [];

        public StoredInstance ToStored() => new(Record, [.. _history], [.. Inbox.Values], new StorePosition(ETag, []));

        public void Apply(HistoryCommit commit, string etag)
        {
            if (commit.DropsHistory)
            {
                _history.Clear();
            }

            _history.AddRange(commit.NewEvents);
            foreach (var message in commit.Consumed.Where(message => message.IsRecorded))
            {
                Inbox.Remove(message.Sequence);
            }

            if (!commit.Record.IsOpen)
            {
                Inbox.Clear();
            }

            (Record, ETag) = (commit.Record, etag);
        }
    }
}
