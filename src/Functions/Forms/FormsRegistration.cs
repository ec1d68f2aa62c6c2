using Microsoft.Extensions.DependencyInjection;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms;

/// <summary>Everything that reads and writes the district's form.</summary>
internal static class FormsRegistration
{
    internal static IServiceCollection AddForms(this IServiceCollection services) => services
        .AddSingleton<FormFiles>();
}
