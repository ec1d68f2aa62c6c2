using System.Globalization;
using Azure;
using Azure.Data.Tables;
using TechPlan.Domain;
using TechPlan.Domain.Directory;

namespace TechPlan.Functions.Storage;

/// <summary>
/// The district's lists. Each import is written to a partition of its own and becomes the list when a pointer row is set to
/// it, so that a reader sees a whole file, the old one or the new one.
/// </summary>
public sealed class DirectoryTable(TechPlanTables tables, TimeProvider clock)
{
    private const string Pointers = "current";
    private const string SchoolList = "schools";
    private const string ClusterList = "clusters";
    private const string ClosedDayList = "closed-days";

    /// <summary>The most rows that one transaction takes.</summary>
    private const int BatchSize = 100;

    /// <summary>Each further look is one more import in the same moment; more than these are no imports but a list that lacks rows.</summary>
    private const int MaxLooks = 5;

    private readonly TableClient _table = tables.Directory;

    public Task<IReadOnlyList<School>> SchoolsAsync(CancellationToken cancellation) => ReadAsync(SchoolList, SchoolOf, cancellation);

    public Task<IReadOnlyList<Cluster>> ClustersAsync(CancellationToken cancellation) => ReadAsync(ClusterList, ClusterOf, cancellation);

    public Task<IReadOnlyList<ClosedDay>> ClosedDaysAsync(CancellationToken cancellation) => ReadAsync(ClosedDayList, ClosedDayOf, cancellation);

    internal Task ReplaceAsync(IReadOnlyList<School> schools, CancellationToken cancellation) => ReplaceAsync(SchoolList, schools, RowOf, cancellation);

    internal Task ReplaceAsync(IReadOnlyList<Cluster> clusters, CancellationToken cancellation) => ReplaceAsync(ClusterList, clusters, RowOf, cancellation);

    internal Task ReplaceAsync(IReadOnlyList<ClosedDay> days, CancellationToken cancellation) => ReplaceAsync(ClosedDayList, days, RowOf, cancellation);

    /// <summary>A text that changes whenever one of the lists does: one small query.</summary>
    internal async Task<string> VersionsAsync(CancellationToken cancellation)
    {
        var versions = new List<string>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Pointers}"), cancellationToken: cancellation))
        {
            versions.Add(row.GetString("Partition"));
        }

        return string.Join(' ', versions);
    }

    private async Task<IReadOnlyList<T>> ReadAsync<T>(string list, Func<TableEntity, T> read, CancellationToken cancellation)
    {
        for (var looks = 0; looks < MaxLooks; looks++)
        {
            var pointer = await _table.GetEntityIfExistsAsync<TableEntity>(Pointers, list, cancellationToken: cancellation);
            if (!pointer.HasValue)
            {
                return [];
            }

            var rows = await RowsAsync(pointer.Value!.GetString("Partition"), cancellation);

            // Fewer rows than the pointer says: a newer import has just taken this one away, so look at the pointer again.
            if (rows.Count == pointer.Value.GetInt32("Count"))
            {
                return [.. rows.Select(read)];
            }
        }

        throw new InvalidDataException($"The directory's list of {list} has not the number of rows that it was imported with. Import the file again.");
    }

    private async Task<List<TableEntity>> RowsAsync(string partition, CancellationToken cancellation)
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {partition}"), cancellationToken: cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }

    private async Task ReplaceAsync<T>(string list, IReadOnlyList<T> items, Func<T, TableEntity> write, CancellationToken cancellation)
    {
        var old = await _table.GetEntityIfExistsAsync<TableEntity>(Pointers, list, cancellationToken: cancellation);
        var partition = string.Create(CultureInfo.InvariantCulture, $"{list}|{clock.GetUtcNow():yyyyMMddTHHmmssfff}|{Guid.NewGuid():N}");
        await WriteAsync(partition, items, write, cancellation);
        var pointer = new TableEntity(Pointers, list) { ["Partition"] = partition, ["Count"] = items.Count, ["ImportedAt"] = clock.GetUtcNow() };
        await _table.UpsertEntityAsync(pointer, TableUpdateMode.Replace, cancellation);
        if (old.HasValue)
        {
            await RemoveAsync(old.Value!.GetString("Partition"), cancellation);
        }
    }

    private async Task WriteAsync<T>(string partition, IReadOnlyList<T> items, Func<T, TableEntity> write, CancellationToken cancellation)
    {
        var rows = items.Select((item, index) =>
        {
            var row = write(item);
            row.PartitionKey = partition;
            row.RowKey = index.ToString("D6", CultureInfo.InvariantCulture);
            return new TableTransactionAction(TableTransactionActionType.Add, row);
        });
        foreach (var batch in rows.Chunk(BatchSize))
        {
            await _table.SubmitTransactionAsync(batch, cancellation);
        }
    }

    private async Task RemoveAsync(string partition, CancellationToken cancellation)
    {
        var rows = await RowsAsync(partition, cancellation);
        foreach (var batch in rows.Chunk(BatchSize))
        {
            try
            {
                await _table.SubmitTransactionAsync(batch.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), cancellation);
            }
            catch (RequestFailedException gone) when (gone.Status == 404)
            {
                // Another import is clearing the same old list away.
            }
        }
    }

    private static TableEntity RowOf(School school) => new()
    {
        ["Name"] = school.Name,
        ["Cluster"] = school.Cluster,
        ["ItlName"] = school.Itl.Name,
        ["ItlEmail"] = school.Itl.Email.Value,
        ["LeaderName"] = school.Leader.Name,
        ["LeaderEmail"] = school.Leader.Email.Value,
        ["InProgram"] = school.InProgram,
        ["Sector"] = school.Sector,
    };

    private static School SchoolOf(TableEntity row) => new(
        row.GetString("Name"),
        row.GetString("Cluster"),
        PersonOf(row, "Itl"),
        PersonOf(row, "Leader"),
        row.GetBoolean("InProgram") is true,
        row.GetString("Sector"));

    private static TableEntity RowOf(Cluster cluster) => new()
    {
        ["Name"] = cluster.Name,
        ["SpecialistName"] = cluster.Specialist.Name,
        ["SpecialistEmail"] = cluster.Specialist.Email.Value,
    };

    private static Cluster ClusterOf(TableEntity row) => new(row.GetString("Name"), PersonOf(row, "Specialist"));

    private static TableEntity RowOf(ClosedDay day) => new()
    {
        ["Date"] = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["Name"] = day.Name,
    };

    private static ClosedDay ClosedDayOf(TableEntity row) =>
        new(DateOnly.ParseExact(row.GetString("Date"), "yyyy-MM-dd", CultureInfo.InvariantCulture), row.GetString("Name"));

    private static Person PersonOf(TableEntity row, string role) =>
        new(row.GetString(role + "Name"), EmailAddress.Parse(row.GetString(role + "Email")));
}
