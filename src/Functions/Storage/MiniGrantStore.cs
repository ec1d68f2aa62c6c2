using System.Collections.Immutable;
using Azure;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;

namespace TechPlan.Functions.Storage;

/// <summary>
/// Reads and commits mini-grants. One transaction holds a state, the events that led to it and the notices they lead to, and
/// it succeeds only if nobody else committed since the state was read.
/// </summary>
public sealed class MiniGrantStore(TechPlanTables tables)
{
    private readonly TableClient _table = tables.MiniGrants;

    /// <summary>The state alone: one point read.</summary>
    public async Task<StoredMiniGrant?> ReadAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var row = await _table.GetEntityIfExistsAsync<TableEntity>(id.Value, MiniGrantRows.State, cancellationToken: cancellation);
        return row.HasValue ? StoredMiniGrant.From(row.Value!) : null;
    }

    /// <summary>The state, everything that waits to be sent and the conversation it belongs to: one range query.</summary>
    public async Task<MiniGrantWork> ReadWorkAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {id.Value} and RowKey ge {MiniGrantRows.OutboxFrom} and RowKey le {MiniGrantRows.State}");
        StoredMiniGrant? grant = null;
        string? conversation = null;
        var outbox = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            switch (row.RowKey)
            {
                case MiniGrantRows.State:
                    grant = StoredMiniGrant.From(row);
                    break;
                case MiniGrantRows.Conversation:
                    conversation = row.GetString("MessageId");
                    break;
                default:
                    outbox.Add(row);
                    break;
            }
        }

        return new MiniGrantWork(grant, outbox, conversation);
    }

    /// <summary>Everything that happened, in order.</summary>
    public async Task<ImmutableArray<MiniGrantEvent>> HistoryAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {id.Value} and RowKey ge {"event|"} and RowKey lt {"event}"}");
        var history = ImmutableArray.CreateBuilder<MiniGrantEvent>();
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            history.Add(StoredJson.Read<MiniGrantEvent>(row.GetText("Json")!));
        }

        return history.ToImmutable();
    }

    /// <summary>Commits what was decided; null when somebody else committed first.</summary>
    /// <param name="before">What was decided on.</param>
    /// <param name="mark">The version of the mini-grant's row in OpenWork that announces this commit.</param>
    /// <param name="filed">What came in, when this files it.</param>
    internal async Task<Commit?> TryCommitAsync(
        MiniGrantId id, StoredMiniGrant before, ImmutableArray<MiniGrantEvent> events, string mark, OpenSubmission? filed, CancellationToken cancellation)
    {
        var (state, version, outbox) = (before.State, before.Version, new List<TableEntity>());
        var actions = new List<TableTransactionAction>();
        foreach (var happened in events)
        {
            version++;
            actions.Add(Add(MiniGrantRows.EventRow(id, version, happened)));
            outbox.AddRange(NoticeRules.For(state, happened).Select((notice, index) => MiniGrantRows.NoticeRow(id, version, index, notice, happened.At)));
            state = MiniGrantWorkflow.Evolve(state, happened);
        }

        actions.AddRange(outbox.Select(Add));
        if (filed is not null)
        {
            actions.Add(Add(MiniGrantRows.BodyRow(filed)));
            actions.AddRange(filed.Conversation is { } message ? [Add(MiniGrantRows.ConversationRow(id, message))] : []);
        }

        var after = before with { State = state, Version = version, Mark = mark };
        actions.Add(before.Version == 0 ? Add(after.ToRow(id)) : new TableTransactionAction(TableTransactionActionType.UpdateReplace, after.ToRow(id), before.ETag));
        return await SubmitAsync(actions, cancellation) is { } etag ? new Commit(after with { ETag = etag }, outbox, filed?.Conversation) : null;
    }

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);

    /// <summary>The new ETag of the last row, the others' on the rows themselves; null on a conflict.</summary>
    private async Task<ETag?> SubmitAsync(List<TableTransactionAction> actions, CancellationToken cancellation)
    {
        try
        {
            var answer = await _table.SubmitTransactionAsync(actions, cancellation);
            for (var i = 0; i < actions.Count; i++)
            {
                actions[i].Entity.ETag = answer.Value[i].Headers.ETag ?? throw new InvalidOperationException("The table service answered without an ETag.");
            }

            return actions[^1].Entity.ETag;
        }
        catch (RequestFailedException conflict) when (conflict.Status is 409 or 412)
        {
            return null;
        }
    }
}
