using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Links;

namespace TechPlan.Functions.Setup;

/// <summary>Reads the settings and checks them at start: a wrong one stops the app with its name and what it should be.</summary>
internal static partial class SettingsRegistration
{
    internal static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<StorageOptions>().Bind(configuration.GetSection(StorageOptions.Section))
            .Validate(o => TablePrefixShape().IsMatch(o.TablePrefix), "TechPlan:Storage:TablePrefix must be 1 to 31 letters and digits and start with a letter.")
            .Validate(o => o.KeepRefusedDays is >= 1 and <= 3650, "TechPlan:Storage:KeepRefusedDays must be from 1 to 3650.")
            .Validate(o => o.KeepDraftDays is >= 1 and <= 3650, "TechPlan:Storage:KeepDraftDays must be from 1 to 3650.")
            .Validate(o => o.KeepMailEventDays is >= 3 and <= 3650, "TechPlan:Storage:KeepMailEventDays must be from 3 to 3650.")
            .Validate(o => o.KeepMailDays is >= 7 and <= 3650, "TechPlan:Storage:KeepMailDays must be from 7 to 3650.")
            .ValidateOnStart();
        services.AddOptions<DistrictOptions>().Bind(configuration.GetSection(DistrictOptions.Section))
            .Validate(o => !string.IsNullOrWhiteSpace(o.Name), "TechPlan:District:Name must be the district's name, such as \"Lakeview Public Schools\".")
            .Validate(o => TimeZoneInfo.TryFindSystemTimeZoneById(o.TimeZone, out _), "TechPlan:District:TimeZone must be an IANA time zone, such as \"America/Chicago\".")
            .ValidateOnStart();
        services.AddOptions<OfficeOptions>().Bind(configuration.GetSection(OfficeOptions.Section))
            .Validate(o => !string.IsNullOrWhiteSpace(o.Name), "TechPlan:Office:Name must be the office's name, such as \"Learning Technologies\".")
            .Validate(o => EmailAddress.TryParse(o.Mailbox) is not null, "TechPlan:Office:Mailbox must be the office's mail address.")
            .ValidateOnStart();
        services.AddOptions<SiteOptions>().Bind(configuration.GetSection(SiteOptions.Section))
            .Validate(o => o.BaseUrl is { IsAbsoluteUri: true, Query: "", Fragment: "" } url && url.Scheme is "http" or "https",
                "TechPlan:BaseUrl must be the address at which people reach the app, such as \"https://techplan.example.org\".")
            .ValidateOnStart();
        services.AddOptions<MiniGrantPolicy>().Bind(configuration.GetSection(PolicyValidation.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MiniGrantPolicy>, PolicyValidation>();
        services.AddSecrets(configuration);
        return services;
    }

    private static void AddSecrets(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<FormWebhookOptions>()
            .Configure(o => o.Secrets.AddRange(configuration.ReadList(FormWebhookOptions.Section + ":Secrets")))
            .Validate(o => o.Secrets.Count > 0 && o.Secrets.All(secret => WebhookSecret.TryParse(secret) is not null),
                "TechPlan:FormWebhook:Secrets must hold one or more secrets: \"whsec_\" and 24 to 64 bytes in base64 each.")
            .Validate<IHostEnvironment>((o, environment) => LocalSecrets.MayUse(o.Secrets, environment),
                "TechPlan:FormWebhook:Secrets holds the secret of local runs, which is public. Set one of your own.")
            .ValidateOnStart();
        services.AddOptions<LinkOptions>()
            .Configure(o => o.Keys.AddRange(configuration.ReadList(LinkOptions.Section + ":Keys")))
            .Validate(o => o.Keys.Count > 0 && o.Keys.All(key => LinkKeys.TryParse(key) is not null),
                "TechPlan:Links:Keys must hold one or more keys: an id of 1 to 8 letters and digits, a colon, and at least 32 bytes in base64 each.")
            .Validate<IHostEnvironment>((o, environment) => LocalSecrets.MayUse(o.Keys, environment),
                "TechPlan:Links:Keys holds the key of local runs, which is public. Set one of your own.")
            .ValidateOnStart();
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]{0,30}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex TablePrefixShape();
}
