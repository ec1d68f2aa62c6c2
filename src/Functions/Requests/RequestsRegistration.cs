using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Functions.Requests;

/// <summary>The web form and what stands behind it.</summary>
internal static class RequestsRegistration
{
    internal static IServiceCollection AddRequests(this IServiceCollection services) => services
        .AddSingleton<RequestCheck>()
        .AddSingleton<RequestModels>()
        .AddSingleton<ProvenBrowser>()
        .AddSingleton<DraftLetters>()
        .AddSingleton<DraftMail>()
        .AddSingleton<RequestDesk>()
        .AddSingleton<NewRequestDesk>()
        .AddSingleton<DraftDesk>();
}
