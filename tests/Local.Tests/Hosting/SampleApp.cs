using System.Net;
using System.Net.Sockets;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using TechPlan.Local.Hosting;

namespace TechPlan.Local.Tests.Hosting;

/// <summary>Runs sample functions the way a Program.cs runs an app, on a free port.</summary>
internal sealed class SampleApp : IAsyncDisposable
{
    private readonly LocalHost _host;

    private SampleApp(LocalHost host, int port)
    {
        _host = host;
        Client = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
    }

    public HttpClient Client { get; }

    public IServiceProvider Services => _host.Services;

    public LocalClock Clock => Services.GetRequiredService<LocalClock>();

    /// <summary>The sentence with which the host refused to start, if it did.</summary>
    public string? Refusal { get; private set; }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static Task<SampleApp> StartAsync(Type functions, params string[] settings) => StartAsync([functions], _ => { }, settings);

    public static async Task<SampleApp> StartAsync(Type[] functions, Action<FunctionsApplicationBuilder> configure, params string[] settings)
    {
        var port = FreePort();
        var builder = FunctionsApplication.CreateBuilder([$"--Local:Port={port}", "--AzureWebJobsStorage=", .. settings]);
        builder.Local.FunctionTypes = functions;
        builder.ConfigureFunctionsWebApplication();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddScoped<Greeter>();
        configure(builder);
        var app = new SampleApp((LocalHost)builder.Build(), port);
        app._host.Refuse = sentence => app.Refusal = sentence;
        app._host.Announce = _ => { };
        await app._host.StartAsync();
        return app;
    }

    public Task StopAsync() => _host.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _host.StopAsync();
        await _host.DisposeAsync();
    }
}
