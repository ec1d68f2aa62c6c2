using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using TechPlan.Local.Durable.Storage;
using TechPlan.Local.Hosting;

namespace TechPlan.Local.Durable;

public static class DurableEngineServiceCollectionExtensions
{
    /// <summary>
    /// Adds the engine as a hosted service and its client. It drives the <see cref="OrchestratorFunction"/> and
    /// <see cref="ActivityFunction"/> that are registered, on the registered <see cref="TimeProvider"/>.
    /// </summary>
    /// <param name="services">Where to add them.</param>
    /// <param name="options">The engine's settings.</param>
    /// <param name="tables">The account in which history is kept.</param>
    public static IServiceCollection AddDurableEngine(
        this IServiceCollection services, DurableEngineOptions options, Func<IServiceProvider, TableServiceClient> tables)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(tables);
        services.TryAddSingleton<IHistoryStore>(provider => new TableHistoryStore(tables(provider), options.HubName));
        services.AddSingleton(provider => new DurableEngine(
            provider.GetServices<OrchestratorFunction>(),
            provider.GetServices<ActivityFunction>(),
            options,
            provider.GetRequiredService<IHistoryStore>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILoggerFactory>()));
        services.AddSingleton(provider => provider.GetRequiredService<DurableEngine>().Client);
        services.AddSingleton<IMovedByTheClock>(provider => provider.GetRequiredService<DurableEngine>());
        return services.AddHostedService(provider => provider.GetRequiredService<DurableEngine>());
    }
}
