using System.Globalization;
using Azure.Data.Tables;
using TechPlan.Local.Hosting;

namespace TechPlan.Testing;

/// <summary>
/// One Azurite for a whole run of a test project, in memory and on a port of its own. Tests do not share tables: each asks for new ones.
/// </summary>
public sealed class AzuriteFixture : IAsyncLifetime
{
    private AzuriteRun? _run;
    private int _tables;

    /// <summary>How to reach it.</summary>
    public string ConnectionString => _run?.ConnectionString ?? throw new InvalidOperationException("Azurite is not running.");

    public async Task InitializeAsync() => _run = await Azurite.EnsureAsync(AzuriteOptions.ForTests(), CancellationToken.None);

    public async Task DisposeAsync()
    {
        if (_run is not null)
        {
            await _run.DisposeAsync();
        }
    }

    /// <summary>A client of the account, with policies or retries of the test's choice.</summary>
    public TableServiceClient Service(TableClientOptions? options = null) => new(ConnectionString, options);

    /// <summary>A name that no other test has: for a table, or as a prefix of several.</summary>
    public string NewName() => "t" + Interlocked.Increment(ref _tables).ToString("0000", CultureInfo.InvariantCulture);

    /// <summary>A new, empty table.</summary>
    public async Task<TableClient> NewTableAsync(TableClientOptions? options = null)
    {
        var table = Service(options).GetTableClient(NewName());
        await table.CreateIfNotExistsAsync();
        return table;
    }
}
