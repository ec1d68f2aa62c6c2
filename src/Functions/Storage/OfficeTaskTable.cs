using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Storage;

/// <summary>What only a person in the office can put right, until it is done. It names no people.</summary>
/// <param name="Id">Null when it is about no mini-grant.</param>
/// <param name="Kind">For programs: lower case with dashes, such as <c>mail-undeliverable</c>.</param>
/// <param name="About">What of the mini-grant it is about, such as a mail's row key.</param>
public sealed record OfficeTask(MiniGrantId? Id, string Kind, string About, DateTimeOffset Since)
{
    private const string NoMiniGrant = "none";

    /// <summary>What the task is closed by: short, fit for an address, and the same whenever the same task is added again.</summary>
    public string Reference => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))[..12];

    internal string Key => $"{Id?.Value ?? NoMiniGrant}|{TableKey.Of(Kind)}|{TableKey.Of(About)}";
}

/// <summary>The open tasks of the office.</summary>
public sealed class OfficeTaskTable(TechPlanTables tables)
{
    private const string Open = "open";

    private readonly TableClient _table = tables.OfficeTasks;

    /// <summary>Adds a task; the same one again changes nothing but its date.</summary>
    public Task AddAsync(OfficeTask task, CancellationToken cancellation)
    {
        var row = new TableEntity(Open, task.Key)
        {
            ["Kind"] = task.Kind,
            ["About"] = task.About,
            ["Since"] = task.Since,
        };
        if (task.Id is { } id)
        {
            row["MiniGrant"] = id.Value;
        }

        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Takes a task off the list; false when no open one has this reference.</summary>
    public async Task<bool> CloseAsync(string reference, CancellationToken cancellation)
    {
        var tasks = await ListAsync(cancellation);
        if (tasks.FirstOrDefault(task => string.Equals(task.Reference, reference, StringComparison.OrdinalIgnoreCase)) is not { } found)
        {
            return false;
        }

        await _table.DeleteEntityAsync(Open, found.Key, cancellationToken: cancellation);
        return true;
    }

    /// <summary>The open tasks, by mini-grant.</summary>
    public async Task<IReadOnlyList<OfficeTask>> ListAsync(CancellationToken cancellation)
    {
        var tasks = new List<OfficeTask>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Open}"), cancellationToken: cancellation))
        {
            tasks.Add(new OfficeTask(
                MiniGrantId.TryParse(row.GetString("MiniGrant")), row.GetString("Kind"), row.GetString("About"), row.GetDateTimeOffset("Since")!.Value));
        }

        return tasks;
    }
}
