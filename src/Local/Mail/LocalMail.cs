using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using TechPlan.Local.Mail.Delivery;
using TechPlan.Local.Mail.Faults;
using TechPlan.Local.Mail.GraphApi;
using TechPlan.Local.Mail.GraphApi.Attachments;
using TechPlan.Local.Mail.GraphApi.Delta;
using TechPlan.Local.Mail.GraphApi.Folders;
using TechPlan.Local.Mail.GraphApi.Subscriptions;
using TechPlan.Local.Mail.Inbox;
using TechPlan.Local.Mail.SendGridApi;
using TechPlan.Local.Mail.SendGridApi.Parse;
using TechPlan.Local.Mail.SendGridApi.Webhooks;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail;

/// <summary>
/// The mail of a local run: Graph under <c>/local/graph/v1.0</c>, SendGrid under <c>/local/sendgrid</c>, everything that
/// they delivered at <c>/local/mail.json</c> and, for people, at <c>/local</c>. Mail from outside comes in at
/// <c>/local/mailboxes/{address}/messages</c>.
/// </summary>
public static class LocalMail
{
    /// <summary>Set up by <see cref="LocalMailOptions"/>; time comes from the services' <see cref="TimeProvider"/>.</summary>
    public static IServiceCollection AddLocalMail(this IServiceCollection services)
    {
        services.AddOptions<LocalMailOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => OpenRows(provider.GetRequiredService<IOptions<LocalMailOptions>>().Value));
        services.TryAddSingleton(provider => OpenContent(provider.GetRequiredService<IOptions<LocalMailOptions>>().Value));
        services.TryAddSingleton<MailStore>();
        services.TryAddSingleton<MailReader>();
        services.TryAddSingleton<MailFaults>();
        services.TryAddSingleton<MailLimits>();
        services.AddDelivery();
        services.AddGraph();
        services.TryAddSingleton<SendGridEndpoints>();
        services.AddSendGridWebhooks();
        services.TryAddSingleton<InboxEndpoints>();
        services.TryAddSingleton<WriteEndpoints>();
        return services;
    }

    public static IEndpointRouteBuilder MapLocalMail(this IEndpointRouteBuilder routes)
    {
        ArgumentNullException.ThrowIfNull(routes);
        var services = routes.ServiceProvider;
        services.GetRequiredService<GraphEndpoints>().Map(routes);
        services.GetRequiredService<SendGridEndpoints>().Map(routes);
        services.GetRequiredService<EventEndpoints>().Map(routes);
        services.GetRequiredService<ParseEndpoints>().Map(routes);
        services.GetRequiredService<InboxEndpoints>().Map(routes);
        services.GetRequiredService<WriteEndpoints>().Map(routes);
        services.GetRequiredService<DeliveryEndpoints>().Map(routes);
        FaultEndpoints.Map(routes);
        LimitEndpoints.Map(routes);
        services.GetRequiredService<NotificationEndpoints>().Map(routes);
        services.GetRequiredService<DeltaEndpoints>().MapExpiry(routes);
        routes.MapGet("/local/mail.json", async (MailReader mails, string? to, string? about, CancellationToken cancellation) =>
            Results.Json(await mails.AllAsync(to, about, cancellation)));
        return routes;
    }

    private static void AddDelivery(this IServiceCollection services)
    {
        services.TryAddSingleton<MailConversations>();
        services.TryAddSingleton<MailDelivery>();
        services.TryAddSingleton<OwnMailDelivery>();
        services.TryAddSingleton<IncomingContent>();
        services.TryAddSingleton<DeliveryEndpoints>();
    }

    private static void AddGraph(this IServiceCollection services)
    {
        services.TryAddSingleton<GraphGuard>();
        services.TryAddSingleton<GraphMailbox>();
        services.TryAddSingleton<GraphItems>();
        services.TryAddSingleton<GraphFolders>();
        services.TryAddSingleton<GraphReading>();
        services.TryAddSingleton<GraphFiling>();
        services.TryAddSingleton<FolderEndpoints>();
        services.TryAddSingleton<AttachmentEndpoints>();
        services.TryAddSingleton<DeltaState>();
        services.TryAddSingleton<DeltaEndpoints>();
        services.TryAddSingleton<NotificationClient>();
        services.TryAddSingleton<NotificationQueue>();
        services.TryAddSingleton<NotificationFaults>();
        services.TryAddSingleton<NotificationDesk>();
        services.TryAddSingleton<NotificationEndpoints>();
        services.TryAddSingleton<GraphSubscriptions>();
        services.TryAddSingleton<SubscriptionEndpoints>();
        services.TryAddSingleton<GraphEndpoints>();
    }

    private static void AddSendGridWebhooks(this IServiceCollection services)
    {
        services.AddLogging();
        services.TryAddSingleton<WebhookPoster>();
        services.TryAddSingleton<Suppressions>();
        services.TryAddSingleton<EventFeed>();
        services.TryAddSingleton<EventEndpoints>();
        services.TryAddSingleton<ParseEndpoints>();
    }

    private static IMailRows OpenRows(LocalMailOptions options) =>
        options.Tables is { } tables ? new MailTable(tables.GetTableClient(options.TableName)) : new ForgetfulRows();

    private static IMailContent OpenContent(LocalMailOptions options) =>
        options.Tables is { } tables ? new ContentTable(tables.GetTableClient(options.TableName + "Content")) : new ForgetfulContent();
}
