using Azure.Data.Tables;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace TechPlan.Local.Hosting;

internal static class LocalServices
{
    private const string StorageSetting = "AzureWebJobsStorage";

    public static void AddLocalServices(this IServiceCollection services, LocalPlan plan, IConfiguration settings)
    {
        services.AddHttpFunctions(plan.Functions);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TimerScheduler>(provider, plan.Timers));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<TimerScheduler>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FirstStart>(provider, plan.FirstStart));
        services.TryAddSingleton(_ => OpenState(plan, settings[StorageSetting]));
        services.AddSingleton<LocalStorage>();
        services.AddSingleton<ClockMover>();
        services.AddSingleton<ClockEndpoints>();
    }

    private static ILocalState OpenState(LocalPlan plan, string? connection) =>
        string.IsNullOrWhiteSpace(connection)
            ? new ForgetfulState()
            : new StoredState(new TableServiceClient(connection), plan.HostJson.HubName);
}
