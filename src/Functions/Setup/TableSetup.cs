using Microsoft.Extensions.Hosting;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Setup;

/// <summary>Creates the tables that are missing, all at once, before the first request.</summary>
internal sealed class TableSetup(TechPlanTables tables) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(tables.All.Select(table => table.CreateIfNotExistsAsync(cancellationToken)));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
