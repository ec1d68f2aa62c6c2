using Microsoft.Extensions.DependencyInjection;
using TechPlan.Functions.Forms.Pdf;
using TechPlan.Functions.Forms.Reading;
using TechPlan.Functions.Forms.Word;

namespace TechPlan.Functions.Forms;

/// <summary>Everything that reads and writes the district's form.</summary>
internal static class FormsRegistration
{
    internal static IServiceCollection AddForms(this IServiceCollection services) => services
        .AddSingleton<IFormFileReader, WordReader>()
        .AddSingleton<IFormFileReader, PdfReader>()
        .AddSingleton<FormFiles>();
}
