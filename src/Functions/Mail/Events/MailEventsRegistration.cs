using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Mail.Webhooks;
using TechPlan.Functions.Retention;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mail.Events;

/// <summary>Puts together what takes in SendGrid's events, and checks the keys of its webhooks at start.</summary>
internal static class MailEventsRegistration
{
    internal static IServiceCollection AddMailEvents(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SendGridWebhookOptions>()
            .Configure(o => o.EventKeys.AddRange(configuration.ReadList(SendGridWebhookOptions.Section + ":EventKeys")))
            .Configure(o => o.ParseKeys.AddRange(configuration.ReadList(SendGridWebhookOptions.Section + ":ParseKeys")))
            .Validate(o => AreKeys(o.EventKeys), Complaint("EventKeys", "the Event Webhook"))
            .Validate(o => AreKeys(o.ParseKeys), Complaint("ParseKeys", "the security policy of Inbound Parse"))
            .Validate<IHostEnvironment>((o, environment) => LocalSecrets.MayUse(o.EventKeys, environment), PublicKey("EventKeys"))
            .Validate<IHostEnvironment>((o, environment) => LocalSecrets.MayUse(o.ParseKeys, environment), PublicKey("ParseKeys"))
            .ValidateOnStart();
        return services
            .AddSingleton<MailEventTable>()
            .AddRetained<MailEventTable>((table, all) => new("mail events", all.GetRequiredService<IOptions<StorageOptions>>().Value.KeepMailEventDays, table.RemoveBeforeAsync))
            .AddSingleton<GrantDeliveries>()
            .AddSingleton<LetterDeliveries>()
            .AddSingleton<MailEventService>();
    }

    private static bool AreKeys(IEnumerable<string> keys) => keys.All(key => SendGridKeys.TryParse(key) is not null);

    private static string Complaint(string setting, string where) =>
        $"TechPlan:SendGrid:{setting} must hold the public keys of {where}, in base64 as SendGrid shows them, or be empty.";

    private static string PublicKey(string setting) =>
        $"TechPlan:SendGrid:{setting} holds the key of local runs, whose other half is public. Set SendGrid's.";
}
