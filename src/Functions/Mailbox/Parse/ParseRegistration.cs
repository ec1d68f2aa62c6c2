using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Retention;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>Puts together what takes mail in through SendGrid.</summary>
internal static class ParseRegistration
{
    internal static IServiceCollection AddInboundParse(this IServiceCollection services) => services
        .AddSingleton<ParcelTable>()
        .AddRetained<ParcelTable>((table, all) => new("mails of Inbound Parse", all.GetRequiredService<IOptions<StorageOptions>>().Value.KeepMailDays, table.RemoveBeforeAsync))
        .AddSingleton<ParseDesk>()
        .AddSingleton<IMailSource, ParcelSource>();
}
