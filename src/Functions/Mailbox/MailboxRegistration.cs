using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using TechPlan.Domain;

namespace TechPlan.Functions.Mailbox;

/// <summary>Puts the intake of mail together and checks its settings at start.</summary>
internal static class MailboxRegistration
{
    internal static IServiceCollection AddMailbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailboxOptions>().Bind(configuration.GetSection(MailboxOptions.Section))
            .Validate(o => !o.IsRead || EmailAddress.TryParse(o.Address) is not null,
                "TechPlan:Mailbox:Address must be the mail address of the app's own mailbox, or empty.")
            .ValidateOnStart();
        return services.AddSingleton<OwnMailbox>();
    }
}
