using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Functions.Drafts;

/// <summary>What keeps drafts.</summary>
internal static class DraftsRegistration
{
    internal static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddSingleton<DraftStore>()
        .AddSingleton<IDraftStore>(all => all.GetRequiredService<DraftStore>());
}
