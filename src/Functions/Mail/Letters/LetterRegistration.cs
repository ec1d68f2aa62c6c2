using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Functions.Mail.Letters;

/// <summary>Puts the letter box together.</summary>
internal static class LetterRegistration
{
    internal static IServiceCollection AddLetters(this IServiceCollection services) => services
        .AddSingleton<LetterTable>()
        .AddSingleton<LetterSender>()
        .AddSingleton<ILetterBox, LetterBox>();
}
