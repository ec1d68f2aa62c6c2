using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Retention;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Drafts;

/// <summary>What keeps drafts.</summary>
internal static class DraftsRegistration
{
    internal static IServiceCollection AddDrafts(this IServiceCollection services) => services
        .AddSingleton<DraftStore>()
        .AddRetained<DraftStore>((store, all) => new("drafts", all.GetRequiredService<IOptions<StorageOptions>>().Value.KeepDraftDays, store.RemoveBeforeAsync))
        .AddSingleton<IDraftStore>(all => all.GetRequiredService<DraftStore>());
}
