using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Web;

namespace TechPlan.Functions.Setup;

/// <summary>Puts the app together.</summary>
public static class TechPlanServices
{
    /// <summary>Everything that the functions need.</summary>
    public static IServiceCollection AddTechPlan(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services.AddSettings(configuration).AddStorage(configuration).AddGrants().AddLinks().AddPages();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(_ => StorageClients.Tables(configuration));
        return services
            .AddSingleton<TechPlanTables>()
            .AddSingleton<MiniGrantStore>()
            .AddSingleton<OpenWorkTable>()
            .AddSingleton<SessionDatesTable>()
            .AddSingleton<DirectoryTable>()
            .AddSingleton<DirectoryCache>()
            .AddSingleton<OfficeTaskTable>()
            .AddHostedService<TableSetup>();
    }

    private static IServiceCollection AddGrants(this IServiceCollection services) => services
        .AddSingleton<MiniGrantDecider>()
        .AddSingleton<MiniGrantService>()
        .AddSingleton<MiniGrantAdvance>()
        .AddSingleton<Filing>()
        .AddSingleton<Nudge>();

    private static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<LinkKeys>()
        .AddSingleton<LinkSigner>()
        .AddSingleton<LinkUrls>()
        .AddSingleton<PersonResolver>();
}
