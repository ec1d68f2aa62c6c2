using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Setup;

/// <summary>
/// Creates the tables that are missing, all at once, before any other service starts, and so before the first request. Storage that
/// is down then does not keep the app from starting: the tables are tried again until they are there.
/// </summary>
internal sealed class TableSetup(TechPlanTables tables, ILogger<TableSetup> logger) : BackgroundService, IHostedLifecycleService
{
    /// <summary>A worker that does not report within a minute is taken for dead by the Functions host.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);

    private bool _ready;

    public async Task StartingAsync(CancellationToken cancellationToken) => _ready = await TryCreateAsync(cancellationToken);

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!_ready)
        {
            await Task.Delay(Pause, stoppingToken);
            _ready = await TryCreateAsync(stoppingToken);
        }
    }

    /// <summary>Whether the tables are there. What waiting cannot mend is thrown and ends the process.</summary>
    private async Task<bool> TryCreateAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await Task.WhenAll(tables.All.Select(table => table.CreateIfNotExistsAsync(patience.Token)));
            return true;
        }
        catch (Exception e) when (StorageOutage.Is(e) && !cancellation.IsCancellationRequested)
        {
            logger.LogError(e, "The tables could not be created: storage cannot be used. Trying again in {Pause} seconds.", Pause.TotalSeconds);
            return false;
        }
    }
}
