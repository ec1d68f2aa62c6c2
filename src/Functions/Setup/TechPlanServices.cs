using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TechPlan.Functions.Correspondence;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Forms;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Health;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mail;
using TechPlan.Functions.Mail.Events;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Mailbox.Parse;
using TechPlan.Functions.Requests;
using TechPlan.Functions.Retention;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Web;

namespace TechPlan.Functions.Setup;

/// <summary>Puts the app together.</summary>
public static class TechPlanServices
{
    /// <summary>Everything that the functions need.</summary>
    public static IServiceCollection AddTechPlan(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        return services
            .AddSettings(configuration)
            .AddStorage(configuration)
            .AddDirectory()
            .AddGrants()
            .AddForms()
            .AddIntake()
            .AddLinks()
            .AddDrafts()
            .AddRequests()
            .AddPages()
            .AddMail(configuration)
            .AddLetters()
            .AddMailbox(configuration)
            .AddCorrespondence(configuration)
            .AddMailEvents(configuration)
            .AddInboundParse()
            .AddSingleton<HealthChecker>();
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(_ => StorageClients.Tables(configuration));
        return services
            .AddSingleton<TechPlanTables>()
            .AddSingleton<MiniGrantStore>()
            .AddSingleton<OpenWorkTable>()
            .AddSingleton<SessionDatesTable>()
            .AddSingleton<DirectoryTable>()
            .AddSingleton<OfficeTaskTable>()
            .AddSingleton<RefusedTable>()
            .AddRetained<RefusedTable>((table, all) => new("refused requests", all.GetRequiredService<IOptions<StorageOptions>>().Value.KeepRefusedDays, table.RemoveBeforeAsync))
            .AddSingleton<Handover<RecordedSubmission>>()
            .AddSingleton<Handover<MiniGrantWork>>()
            .AddHostedService<TableSetup>();
    }

    private static IServiceCollection AddDirectory(this IServiceCollection services) => services
        .AddSingleton<DirectoryCache>()
        .AddSingleton<DirectoryImport>();

    private static IServiceCollection AddGrants(this IServiceCollection services) => services
        .AddSingleton<MiniGrantDecider>()
        .AddSingleton<MiniGrantService>()
        .AddSingleton<MiniGrantAdvance>()
        .AddSingleton<Filing>()
        .AddSingleton<Nudge>();

    private static IServiceCollection AddIntake(this IServiceCollection services) => services
        .AddSingleton<WebhookSignature>()
        .AddSingleton<IntakeService>()
        .AddSingleton<IntakeRecord>()
        .AddSingleton<IntakeAnswers>();

    private static IServiceCollection AddLinks(this IServiceCollection services) => services
        .AddSingleton<LinkKeys>()
        .AddSingleton<LinkSigner>()
        .AddSingleton<LinkUrls>()
        .AddSingleton<PersonResolver>();
}
