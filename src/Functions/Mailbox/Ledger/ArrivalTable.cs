using Azure;
using Azure.Data.Tables;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Ledger;

/// <summary>The mails that wait to be handled, and a mark of each that was ever announced: whoever tells of it again changes nothing.</summary>
internal sealed class ArrivalTable(TechPlanTables tables)
{
    private static readonly string Waiting = TableClient.CreateQueryFilter(
        $"PartitionKey eq {ArrivalRows.Partition} and RowKey gt {ArrivalRows.WaitingFrom} and RowKey lt {ArrivalRows.WaitingUntil}");

    private readonly TableClient _table = tables.Arrivals;

    /// <summary>Adds an arrival; false when it was announced before, whether it still waits or not.</summary>
    public async Task<bool> TryAddAsync(Arrival arrival, CancellationToken cancellation)
    {
        var known = new TableEntity(ArrivalRows.Partition, ArrivalRows.KnownFrom + arrival.Name) { ["AnnouncedAt"] = arrival.ReceivedAt };
        try
        {
            await _table.SubmitTransactionAsync(
                [new(TableTransactionActionType.Add, known), new(TableTransactionActionType.Add, arrival.ToWaiting())], cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    /// <summary>Everything that waits, due or not, the longest waiting first.</summary>
    public async Task<IReadOnlyList<Arrival>> ListWaitingAsync(CancellationToken cancellation)
    {
        var waiting = new List<Arrival>();
        await foreach (var row in _table.QueryAsync<TableEntity>(Waiting, cancellationToken: cancellation))
        {
            waiting.Add(Arrival.From(row));
        }

        return [.. waiting.OrderBy(arrival => arrival.ReceivedAt)];
    }

    /// <summary>Whether anything waits.</summary>
    public Task<bool> AnyWaitingAsync(CancellationToken cancellation) => _table.AnyAsync(Waiting, cancellation);

    /// <param name="name">An arrival's <see cref="Arrival.Name"/>.</param>
    public async Task<bool> IsWaitingAsync(string name, CancellationToken cancellation) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(ArrivalRows.Partition, ArrivalRows.WaitingFrom + name, ["RowKey"], cancellation)).HasValue;

    /// <summary>Writes how far it has come; null when somebody else has changed it.</summary>
    public async Task<Arrival?> WriteAsync(Arrival arrival, CancellationToken cancellation)
    {
        try
        {
            var answer = await _table.UpdateEntityAsync(arrival.ToWaiting(), arrival.ETag, TableUpdateMode.Replace, cancellation);
            return arrival with { ETag = answer.Headers.ETag ?? default };
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>It waits no longer. That somebody else was faster, or has taken it up again, changes nothing: it is done.</summary>
    public async Task DoneAsync(Arrival arrival, DateTimeOffset at, CancellationToken cancellation)
    {
        var known = new TableEntity(ArrivalRows.Partition, ArrivalRows.KnownFrom + arrival.Name) { ["AnnouncedAt"] = arrival.ReceivedAt, ["DoneAt"] = at };
        try
        {
            await _table.SubmitTransactionAsync(
                [new(TableTransactionActionType.Delete, arrival.ToWaiting(), ETag.All), new(TableTransactionActionType.UpsertReplace, known)], cancellation);
        }
        catch (RequestFailedException gone) when (gone.Status == 404)
        {
        }
    }

    /// <summary>Forgets arrivals that were done before <paramref name="oldest"/>, and says how many; what waits stays.</summary>
    internal Task<int> RemoveBeforeAsync(DateTimeOffset oldest, CancellationToken cancellation) => _table.RemoveAsync(
        TableClient.CreateQueryFilter(
            $"PartitionKey eq {ArrivalRows.Partition} and RowKey gt {ArrivalRows.KnownFrom} and RowKey lt {ArrivalRows.KnownUntil} and DoneAt lt {oldest}"),
        cancellation);
}
