using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TechPlan.Local.Mail;
using TechPlan.Local.Mail.GraphApi.Subscriptions;

namespace TechPlan.Local.Hosting;

/// <summary>What stands beside the app's own services and pages.</summary>
internal static class LocalServices
{
    private const string LocalPath = "/local";

    public static void AddLocalServices(this IServiceCollection services, LocalPlan plan, LocalStorage storage)
    {
        services.AddHttpFunctions(plan.Functions);
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<TimerScheduler>(provider, plan.Timers));
        services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<TimerScheduler>());
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<FirstStart>(provider, plan.FirstStart));
        services.AddSingleton(storage.State);
        services.AddSingleton<ClockMover>();
        services.AddSingleton<ClockEndpoints>();
        services.AddLocalMail().Configure<LocalMailOptions>(options =>
        {
            options.Tables = storage.Tables;
            options.TableName = plan.HostJson.HubName + "Mail";
            options.SampleCommand = plan.SampleCommand;
            options.Mailboxes = plan.Mailboxes ?? [];
            options.MailboxAliases = plan.MailboxAliases ?? new Dictionary<string, string>();
            options.SendGridKey = plan.SendGridKey;
        });
        services.AddSingleton<IMovedByTheClock>(provider => provider.GetRequiredService<NotificationQueue>());
        if (storage.Tables is { } tables && plan.Functions.Any(DurableFunctions.IsDurable))
        {
            services.AddDurableFunctions(plan, tables);
        }
    }

    public static void MapLocalPages(this IEndpointRouteBuilder routes)
    {
        routes.ServiceProvider.GetRequiredService<ClockEndpoints>().Map(routes);
        new LazyEndpoints(routes.ServiceProvider, branch => branch.MapLocalMail()).Map(routes, LocalPath);
    }
}
