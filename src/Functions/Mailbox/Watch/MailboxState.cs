using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Watch;

/// <summary>What is known of the mailbox from one look to the next. Another address is another partition, so a new mailbox is begun anew.</summary>
internal sealed class MailboxState(TechPlanTables tables, IOptions<MailboxOptions> options)
{
    private readonly TableClient _table = tables.Mailbox;

    private string Partition => TableKey.OfName(options.Value.Address);

    public async Task<TableEntity?> FindAsync(string row, CancellationToken cancellation)
    {
        var found = await _table.GetEntityIfExistsAsync<TableEntity>(Partition, row, cancellationToken: cancellation);
        return found.HasValue ? found.Value : null;
    }

    /// <summary>Everything whose row key begins so.</summary>
    public async Task<IReadOnlyList<TableEntity>> ListAsync(string prefix, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {prefix} and RowKey lt {prefix + "~"}");
        await foreach (var row in _table.QueryAsync<TableEntity>(filter, cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    /// <summary>A new row to be filled and kept.</summary>
    public TableEntity NewRow(string row) => new(Partition, row);

    public Task KeepAsync(TableEntity row, CancellationToken cancellation) => _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);

    /// <summary>Keeps a row in place of the one that was read before.</summary>
    /// <param name="before">Null when there was none.</param>
    /// <returns>False when somebody else has written it meanwhile: then it is as he left it.</returns>
    public async Task<bool> TryKeepAsync(TableEntity row, TableEntity? before, CancellationToken cancellation)
    {
        try
        {
            await (before is null ? _table.AddEntityAsync(row, cancellation) : _table.UpdateEntityAsync(row, before.ETag, TableUpdateMode.Replace, cancellation));
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 409 or 412)
        {
            return false;
        }
    }

    /// <summary>Removes a row, unless it was written again since it was read.</summary>
    public async Task RemoveAsync(TableEntity row, CancellationToken cancellation)
    {
        try
        {
            await _table.DeleteEntityAsync(row.PartitionKey, row.RowKey, row.ETag, cancellation);
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
        }
    }
}
