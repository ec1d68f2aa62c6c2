using Azure;
using Azure.Data.Tables;
using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Storage;

/// <summary>
/// Keeps instances in one table, a partition each, so that one transaction commits an episode. The table's name differs from those
/// of the Azure Storage backend, which may use the same account.
/// </summary>
public sealed class TableHistoryStore(TableServiceClient service, string hubName) : IHistoryStore
{
    private const int MaxActions = 100;

    private readonly TableClient _table = (service ?? throw new ArgumentNullException(nameof(service)))
        .GetTableClient($"{hubName}Orchestrations");

    /// <inheritdoc/>
    public Task InitializeAsync(CancellationToken cancellation) => _table.CreateIfNotExistsAsync(cancellation);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<StoredInstance>> LoadUnfinishedAsync(CancellationToken cancellation)
    {
        var unfinished = new List<StoredInstance>();
        foreach (var rows in (await ReadAsync(InstanceFilter.Unfinished, cancellation)).GroupBy(row => row.PartitionKey, StringComparer.Ordinal))
        {
            if (InstanceRows.Read(rows) is { } stored)
            {
                unfinished.Add(stored);
            }
            else
            {
                // What a process that died could not clear away after an instance had ended.
                await DeleteAsync(rows.Key, rows.Select(row => row.RowKey), cancellation);
            }
        }

        return unfinished;
    }

    /// <inheritdoc/>
    public async Task<StoredInstance?> LoadAsync(string instanceId, CancellationToken cancellation) =>
        InstanceRows.Read(await ReadAsync(InstanceFilter.Partition(instanceId), cancellation));

    /// <inheritdoc/>
    public async Task AddMessageAsync(InstanceRecord instance, InboxMessage message, CancellationToken cancellation)
    {
        var rows = InstanceRows.Of(instance, message);
        try
        {
            await (rows.Count == 1
                ? _table.AddEntityAsync(rows[0], cancellation)
                : (Task)_table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), cancellation));
        }
        catch (RequestFailedException exception) when (exception.Status == 409)
        {
            // An attempt whose answer was lost had arrived.
        }
    }

    /// <inheritdoc/>
    public async Task<StorePosition?> CommitAsync(HistoryCommit commit, StorePosition replaces, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(commit);
        ArgumentNullException.ThrowIfNull(replaces);
        var transaction = new CommitRows(commit, replaces);
        var now = transaction.Actions.Concat(transaction.Clearing.Take(MaxActions - transaction.Actions.Count));
        try
        {
            var answers = await _table.SubmitTransactionAsync(now, cancellation);
            await ClearAsync([.. transaction.Clearing.Skip(MaxActions - transaction.Actions.Count)], cancellation);
            return new StorePosition(answers.Value[0].Headers.ETag.ToString()!, transaction.HistoryRows);
        }
        catch (TableTransactionFailedException exception) when (exception is { FailedTransactionActionIndex: 0, Status: 404 or 409 or 412 })
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async Task<Microsoft.DurableTask.Page<InstanceRecord>> QueryAsync(
        OrchestrationQuery query, string? continuationToken, int pageSize, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(query);
        var pages = _table.QueryAsync<TableEntity>(InstanceFilter.Of(query), pageSize, cancellationToken: cancellation)
            .AsPages(continuationToken, pageSize);
        await foreach (var page in pages)
        {
            var records = new List<InstanceRecord>();
            foreach (var row in page.Values)
            {
                records.AddRange(await WholeAsync(row, cancellation));
            }

            return new(records, page.ContinuationToken);
        }

        return new([]);
    }

    /// <inheritdoc/>
    public async Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation)
    {
        var rows = await ReadAsync(InstanceFilter.Partition(instanceId), cancellation);

        // Its own row goes last: until then the instance can be purged again.
        var keys = rows.Select(row => row.RowKey).OrderBy(key => string.Equals(key, RowKeys.Instance, StringComparison.Ordinal)).ToList();
        await DeleteAsync(instanceId, keys, cancellation);
        return keys.Count > 0 && string.Equals(keys[^1], RowKeys.Instance, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<TableEntity>> ReadAsync(string filter, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>The record of a row that a query has found; none when it has been purged meanwhile.</summary>
    private async Task<IReadOnlyList<InstanceRecord>> WholeAsync(TableEntity row, CancellationToken cancellation)
    {
        var stored = TextRows.PartsOf(row) == 1 ? InstanceRows.Read([row]) : await LoadAsync(row.PartitionKey, cancellation);
        return stored is null ? [] : [stored.Record];
    }

    /// <summary>Clears away what no longer fitted the transaction. It is void already, so a failure here costs nothing but room.</summary>
    private async Task ClearAsync(IReadOnlyList<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            foreach (var batch in actions.Chunk(MaxActions))
            {
                await _table.SubmitTransactionAsync(batch, cancellation);
            }
        }
        catch (RequestFailedException)
        {
            // The next load finds these rows and the next dropping of history tries again.
        }
    }

    private async Task DeleteAsync(string instanceId, IEnumerable<string> rowKeys, CancellationToken cancellation)
    {
        foreach (var batch in rowKeys.Select(key => CommitRows.Delete(instanceId, key)).Chunk(MaxActions))
        {
            await _table.SubmitTransactionAsync(batch, cancellation);
        }
    }
}
