using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mail;

/// <summary>Puts the mail together and checks its settings at start.</summary>
internal static class MailRegistration
{
    internal static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration) => services
        .AddCarriers(configuration)
        .AddSingleton<MailRenderer>()
        .AddSingleton<MailWriter>()
        .AddSingleton<MailRecipients>()
        .AddSingleton<CarrierChoice>()
        .AddSingleton<MailPlanner>()
        .AddSingleton<MailLedger>()
        .AddSingleton<GraphRound>()
        .AddSingleton<SendGridRound>()
        .AddSingleton<MailTurns>()
        .AddSingleton<MailRecords>()
        .AddSingleton<IMailDelivery, MailDispatcher>();

    private static IServiceCollection AddCarriers(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<GraphOptions>().Bind(configuration.GetSection(GraphOptions.Section))
            .Validate<IOptions<SiteOptions>>((o, site) => CarrierAddress.Of(o.Endpoint, site.Value) is not null,
                $"TechPlan:Graph:Endpoint must be Graph's address, such as \"{GraphOptions.DefaultEndpoint}\".")
            .Validate<IOptions<SiteOptions>, IHostEnvironment>((o, site, environment) => LocalSecrets.IsLocal(environment) || CarrierAddress.Of(o.Endpoint, site.Value) is { } address && CarrierAddress.IsGraphItself(address),
                "TechPlan:Graph:Endpoint must be an address of Microsoft Graph itself; only a local run may use another.")
            .ValidateOnStart();
        services.AddOptions<SendGridOptions>().Bind(configuration.GetSection(SendGridOptions.Section))
            .Validate<IOptions<SiteOptions>, IHostEnvironment>((o, site, environment) => CarrierAddress.Of(o.Host, site.Value) is { } address && (LocalSecrets.IsLocal(environment) || address.Scheme == Uri.UriSchemeHttps),
                "TechPlan:SendGrid:Host must be SendGrid's address, such as \"https://api.sendgrid.com\".")
            .Validate(o => o.ApiKey.Length == 0 || EmailAddress.TryParse(o.From) is not null,
                "TechPlan:SendGrid:From must be a mail address that is verified at SendGrid, since TechPlan:SendGrid:ApiKey is set.")
            .Validate(o => !o.ApiKey.StartsWith("@Microsoft.KeyVault", StringComparison.Ordinal),
                "TechPlan:SendGrid:ApiKey holds a Key Vault reference that was not resolved: look at the app's identity and its right to read the secret.")
            .ValidateOnStart();
        return services
            .AddSingleton<GraphConnection>()
            .AddSingleton<GraphCarrier>()
            .AddSingleton<SendGridCarrier>()
            .AddSingleton<IMailCarrier>(all => all.GetRequiredService<GraphCarrier>())
            .AddSingleton<IMailCarrier>(all => all.GetRequiredService<SendGridCarrier>());
    }
}
