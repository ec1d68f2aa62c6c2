using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TechPlan.Domain;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Mailbox.Handling;
using TechPlan.Functions.Mailbox.Ledger;
using TechPlan.Functions.Mailbox.Notifications;
using TechPlan.Functions.Mailbox.Reading;
using TechPlan.Functions.Mailbox.Watch;
using TechPlan.Functions.Retention;
using TechPlan.Functions.Setup;

namespace TechPlan.Functions.Mailbox;

/// <summary>Puts the intake of mail together and checks its settings at start.</summary>
internal static class MailboxRegistration
{
    internal static IServiceCollection AddMailbox(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<MailboxOptions>().Bind(configuration.GetSection(MailboxOptions.Section)).Check().ValidateOnStart();
        return services
            .AddSingleton<OwnMailbox>()
            .AddLedger()
            .AddWatch()
            .AddSingleton<ClientState>()
            .AddSingleton<MailboxFolders>()
            .AddSingleton<GraphFiles>()
            .AddSingleton<AnsweredGrant>()
            .AddSingleton<IMailSource, GraphMailSource>()
            .AddSingleton<ArrivalHandling>()
            .AddSingleton<MailroomNudge>()
            .AddSingleton<IMailroom, Mailroom>();
    }

    private static IServiceCollection AddLedger(this IServiceCollection services) => services
        .AddSingleton<ArrivalTable>()
        .AddSingleton<HandledMails>()
        .AddSingleton<IArrivals, ArrivalDesk>()
        .AddRetained<ArrivalTable>((table, all) => new("arrivals", KeepDays(all), table.RemoveBeforeAsync))
        .AddRetained<HandledMails>((table, all) => new("handled mails", KeepDays(all), table.RemoveBeforeAsync))
        .AddRetained<LetterTable>((table, all) => new("sent letters", KeepDays(all), table.RemoveBeforeAsync));

    private static int KeepDays(IServiceProvider all) => all.GetRequiredService<IOptions<MailboxOptions>>().Value.KeepHandledDays;

    private static IServiceCollection AddWatch(this IServiceCollection services) => services
        .AddSingleton<MailboxState>()
        .AddSingleton<MailboxTrouble>()
        .AddSingleton<MailboxSubscription>()
        .AddSingleton<MailboxDelta>()
        .AddSingleton<MailboxEvents>()
        .AddSingleton<IMailboxUpkeep, MailboxUpkeep>();

    private static OptionsBuilder<MailboxOptions> Check(this OptionsBuilder<MailboxOptions> options) => options
        .Validate(o => !o.IsRead || EmailAddress.TryParse(o.Address) is not null,
            "TechPlan:Mailbox:Address must be the mail address of the app's own mailbox, or empty.")
        .Validate<IOptions<GraphOptions>>((o, graph) => !o.IsRead || graph.Value.Enabled,
            "TechPlan:Mailbox:Address is set, but TechPlan:Graph:Enabled is false: a mailbox is read through Graph.")
        .Validate<IOptions<SiteOptions>, IHostEnvironment>((o, site, environment) => !o.IsRead || LocalSecrets.IsLocal(environment) || site.Value.BaseUrl?.Scheme == Uri.UriSchemeHttps,
            "TechPlan:BaseUrl must begin with https, since TechPlan:Mailbox:Address is set: Graph sends its notifications there.")
        .Validate(o => !o.IsRead || o.ClientState.Length is >= 16 and <= MailboxOptions.LongestClientState && o.ClientState.All(c => c is > ' ' and <= '~'),
            "TechPlan:Mailbox:ClientState must be a secret of 16 to 128 letters, digits and signs, since TechPlan:Mailbox:Address is set.")
        .Validate(o => !o.ClientState.StartsWith("@Microsoft.KeyVault", StringComparison.Ordinal),
            "TechPlan:Mailbox:ClientState holds a Key Vault reference that was not resolved: look at the app's identity and its right to read the secret.")
        .Validate<IHostEnvironment>((o, environment) => LocalSecrets.IsLocal(environment) || o.ClientState != LocalSecrets.ClientState,
            "TechPlan:Mailbox:ClientState holds the secret of local runs, which is public. Set one of your own.")
        .Validate(o => IsFolder(o.ProcessedFolder) && IsFolder(o.NeedsAttentionFolder) && !string.Equals(o.ProcessedFolder, o.NeedsAttentionFolder, StringComparison.OrdinalIgnoreCase),
            "TechPlan:Mailbox:ProcessedFolder and NeedsAttentionFolder must be the names of two folders.")
        .Validate(o => o.SubscriptionMinutes is >= 60 and <= MailboxOptions.LongestSubscription,
            "TechPlan:Mailbox:SubscriptionMinutes must be from 60 to 10079: Graph's subscriptions to mail live for less than seven days.")
        .Validate(o => o.FirstLookDays is >= 0 and <= 365, "TechPlan:Mailbox:FirstLookDays must be from 0 to 365.")
        .Validate(o => o.KeepHandledDays is >= 30 and <= 3650, "TechPlan:Mailbox:KeepHandledDays must be from 30 to 3650.");

    private static bool IsFolder(string name) => !string.IsNullOrWhiteSpace(name) && name.Length <= 100 && !name.Any(char.IsControl);
}
