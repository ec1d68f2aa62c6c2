using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TechPlan.Local.Hosting;

internal static class LocalServices
{
    public static void AddLocalServices(this IServiceCollection services, LocalPlan plan, ILocalState state)
    {
        services.AddHttpFunctions(plan.Functions);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TimerScheduler>(provider, plan.Timers));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<TimerScheduler>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FirstStart>(provider, plan.FirstStart));
        services.AddSingleton(state);
        services.AddSingleton<ClockMover>();
        services.AddSingleton<ClockEndpoints>();
    }
}
