using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Storage;

/// <summary>What only a person in the office can put right, until it is done. It names no people.</summary>
/// <param name="Kind">For programs: lower case with dashes, such as <c>mail-undeliverable</c>.</param>
/// <param name="Reference">What of the mini-grant it is about, such as a mail's row key.</param>
public sealed record OfficeTask(MiniGrantId Id, string Kind, string Reference, DateTimeOffset Since);

/// <summary>The open tasks of the office.</summary>
public sealed class OfficeTaskTable(TechPlanTables tables)
{
    private const string Open = "open";

    private readonly TableClient _table = tables.OfficeTasks;

    /// <summary>Adds a task; the same one again changes nothing but its date.</summary>
    public Task AddAsync(OfficeTask task, CancellationToken cancellation)
    {
        var row = new TableEntity(Open, KeyOf(task))
        {
            ["MiniGrant"] = task.Id.Value,
            ["Kind"] = task.Kind,
            ["Reference"] = task.Reference,
            ["Since"] = task.Since,
        };
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Takes a task off the list; one that is gone already is no error.</summary>
    public Task CloseAsync(OfficeTask task, CancellationToken cancellation) =>
        _table.DeleteEntityAsync(Open, KeyOf(task), cancellationToken: cancellation);

    /// <summary>The open tasks, by mini-grant.</summary>
    public async Task<IReadOnlyList<OfficeTask>> ListAsync(CancellationToken cancellation)
    {
        var tasks = new List<OfficeTask>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Open}"), cancellationToken: cancellation))
        {
            tasks.Add(new OfficeTask(
                MiniGrantId.TryParse(row.GetString("MiniGrant"))!.Value, row.GetString("Kind"), row.GetString("Reference"), row.GetDateTimeOffset("Since")!.Value));
        }

        return tasks;
    }

    private static string KeyOf(OfficeTask task) => $"{task.Id}|{TableKey.Of(task.Kind)}|{TableKey.Of(task.Reference)}";
}
