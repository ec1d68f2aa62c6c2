using Microsoft.Extensions.DependencyInjection;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>Puts together what takes mail in through SendGrid.</summary>
internal static class ParseRegistration
{
    internal static IServiceCollection AddInboundParse(this IServiceCollection services) => services
        .AddSingleton<ParcelTable>()
        .AddSingleton<ParseDesk>()
        .AddSingleton<IMailSource, ParcelSource>();
}
