using System.Net.Http.Json;
using System.Text.Json;
using Azure.Core;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Storage;
using TechPlan.Local.Mail;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Mail.Delivery;

/// <summary>
/// The app's services on tables of their own, with both carriers listening on a free port. Every request to a table or a carrier
/// passes the <see cref="Trouble"/>, where a test can end it all.
/// </summary>
internal sealed class MailTown : IAsyncDisposable
{
    private readonly WebApplication _carriers;
    private readonly HttpClient _http;
    private readonly Hook _hook;
    private readonly IHost _app;

    private MailTown(WebApplication carriers, IHost app, Trouble trouble, TestClock clock, Hook hook)
    {
        (_carriers, _app, Trouble, Clock, _hook) = (carriers, app, trouble, clock, hook);
        _http = new HttpClient { BaseAddress = new Uri(carriers.Urls.First()) };
    }

    public Trouble Trouble { get; }

    public TestClock Clock { get; }

    public HttpClient Http => _http;

    /// <summary>Who answers Graph's notifications; without anybody they find no such address.</summary>
    public Func<HttpContext, Task<IResult>> Webhook
    {
        get => _hook.Answer;
        set => _hook.Answer = value;
    }

    public static Task<MailTown> BuildAsync(AzuriteFixture azurite, params (string Key, string Value)[] settings) => BuildAsync(azurite, _ => { }, settings);

    /// <param name="more">What stands in for parts of the app.</param>
    public static async Task<MailTown> BuildAsync(AzuriteFixture azurite, Action<IServiceCollection> more, params (string Key, string Value)[] settings)
    {
        var (trouble, clock, prefix, hook) = (new Trouble(), new TestClock(), azurite.NewName(), new Hook());
        var carriers = await OpenCarriersAsync(azurite, trouble, clock, prefix + "Mail", hook);
        var app = BuildApp(azurite, trouble, clock, prefix, carriers.Urls.First(), more, settings);
        foreach (var table in app.Services.GetRequiredService<TechPlanTables>().All)
        {
            await table.CreateIfNotExistsAsync();
        }

        return new MailTown(carriers, app, trouble, clock, hook);
    }

    public IServiceProvider Services => _app.Services;

    public T The<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    /// <summary>What has arrived.</summary>
    public async Task<IReadOnlyList<ArrivedMail>> MailsAsync() =>
        [.. (await _http.GetFromJsonAsync<List<ArrivedMail>>("/local/mail.json", JsonSerializerOptions.Web))!.OrderBy(mail => mail.SentAt)];

    /// <summary>What lies among the drafts of the office's mailbox.</summary>
    public async Task<IReadOnlyList<Microsoft.Graph.Models.Message>> DraftsAsync() =>
        (await The<GraphConnection>().Client.Users[TestDistrict.Office].MailFolders["drafts"].Messages.GetAsync())!.Value!;

    /// <summary>Makes a carrier fail.</summary>
    public async Task FailAsync(string carrier, int status, int times = 1, int? retryAfterSeconds = null, string? to = null)
    {
        var answer = await _http.PostAsJsonAsync("/local/mail/faults", new { carrier, status, times, retryAfterSeconds, to });
        answer.EnsureSuccessStatusCode();
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _app.Dispose();
        Trouble.Dispose();
        await _carriers.DisposeAsync();
    }

    private static async Task<WebApplication> OpenCarriersAsync(AzuriteFixture azurite, Trouble trouble, TimeProvider clock, string table, Hook hook)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(azurite.Service()).AddSingleton(clock).AddLocalMail().Configure<LocalMailOptions>(options => options.TableName = table);
        await azurite.Service().GetTableClient(table).CreateIfNotExistsAsync();
        var app = builder.Build();
        app.Use(trouble.AtCarriersAsync);
        app.MapLocalMail();
        app.MapPost("/webhooks/graph", http => AnswerAsync(http, hook));
        await app.StartAsync();
        return app;
    }

    private static async Task AnswerAsync(HttpContext http, Hook hook) => await (await hook.Answer(http)).ExecuteAsync(http);

    private static IHost BuildApp(AzuriteFixture azurite, Trouble trouble, TimeProvider clock, string prefix, string carriers, Action<IServiceCollection> more, (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Local" });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["TechPlan:Storage:TablePrefix"] = prefix,
            ["TechPlan:BaseUrl"] = carriers,
            ["TechPlan:District:Name"] = "Lakeview Public Schools",
            ["TechPlan:Office:Mailbox"] = TestDistrict.Office,
            ["TechPlan:FormWebhook:Secrets"] = "whsec_dGVjaHBsYW4tbG9jYWwtb25seS1zZWNyZXQ=",
            ["TechPlan:Links:Keys"] = "local:dGVjaHBsYW4tbG9jYWwtb25seS1saW5rLWtleS0wMDAx",
            ["TechPlan:Graph:Endpoint"] = "/local/graph/v1.0",
            ["TechPlan:SendGrid:Host"] = "/local/sendgrid",
            ["TechPlan:SendGrid:ApiKey"] = "SG.test",
            ["TechPlan:SendGrid:From"] = "enroll@example.org",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
        var options = new TableClientOptions();
        options.AddPolicy(trouble, HttpPipelinePosition.PerCall);
        builder.Services.AddLogging().AddSingleton(azurite.Service(options)).AddSingleton(clock).AddTechPlan(builder.Configuration);
        more(builder.Services);
        return builder.Build();
    }
}

/// <summary>What the carriers' address answers for the app, once there is one.</summary>
internal sealed class Hook
{
    public Func<HttpContext, Task<IResult>> Answer { get; set; } = _ => Task.FromResult(Results.NotFound());
}

/// <summary>A mail as <c>/local/mail.json</c> shows it.</summary>
internal sealed record ArrivedMail(
    string Carrier, string From, string[] To, string[] VisibleRecipients, string Subject, string Text, string? Html, DateTimeOffset SentAt,
    string? ConversationId, Dictionary<string, string> CustomArgs, Dictionary<string, string> Headers);

/// <summary>Stands still until it is moved.</summary>
internal sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = TestDistrict.Monday;

    public override DateTimeOffset GetUtcNow() => Now;
}
