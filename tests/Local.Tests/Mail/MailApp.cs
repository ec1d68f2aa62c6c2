using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Graph;
using Microsoft.Kiota.Abstractions.Authentication;
using SendGrid;
using TechPlan.Local.Mail;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Tests.Mail;

/// <summary>The local mail services on a free port, with clients that talk to them as an app would.</summary>
internal sealed class MailApp : IAsyncDisposable
{
    private readonly WebApplication _app;

    private MailApp(WebApplication app, LocalClock clock)
    {
        _app = app;
        Clock = clock;
        var address = app.Urls.First();
        Http = new HttpClient { BaseAddress = new Uri(address) };
        Graph = new GraphServiceClient(Http, new AnonymousAuthenticationProvider(), address + "/local/graph/v1.0");
        SendGrid = new SendGridClient(Http, new SendGridClientOptions { ApiKey = "SG.local", Host = address + "/local/sendgrid" });
    }

    public LocalClock Clock { get; }

    public HttpClient Http { get; }

    public GraphServiceClient Graph { get; }

    public SendGridClient SendGrid { get; }

    public static Task<MailApp> StartAsync(IMailRows? rows = null) =>
        StartAsync(services => services.AddSingleton(rows ?? new ForgetfulRows()));

    /// <param name="map">What else is to be answered at the same address, such as an app's webhooks.</param>
    public static async Task<MailApp> StartAsync(Action<IServiceCollection> configure, Action<WebApplication>? map = null)
    {
        var clock = new LocalClock();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<TimeProvider>(clock);
        configure(builder.Services);
        builder.Services.AddLocalMail();
        var app = builder.Build();
        app.MapLocalMail();
        map?.Invoke(app);
        await app.StartAsync();
        return new MailApp(app, clock);
    }

    public async ValueTask DisposeAsync()
    {
        Graph.Dispose();
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
