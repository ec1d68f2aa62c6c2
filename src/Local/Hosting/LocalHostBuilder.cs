using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace TechPlan.Local.Hosting;

/// <summary>
/// Puts the app, its functions and the local services into one Kestrel process. What keeps the app from starting is kept until
/// the host is started, so that a person sees one sentence whatever the step it went wrong in.
/// </summary>
internal sealed class LocalHostBuilder
{
    /// <summary>Only a local run has this environment's name, and it alone may use the secrets that are written in the repository.</summary>
    private const string EnvironmentName = "Local";

    private static readonly TimeSpan ShutdownTimeout = TimeSpan.FromSeconds(5);

    private readonly LocalClock _clock = new();
    private LocalSetupException? _problem;

    public LocalHostBuilder(string[] args)
    {
        Web = WebApplication.CreateEmptyBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = EnvironmentName,
        });
        Try(() => Web.Configuration.AddLocalSettings());
        Web.Configuration.AddEnvironmentVariables().AddCommandLine(args);
        Web.Logging.AddLocalLogging(Web.Configuration);
        Web.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        // Before the app's own services: its TryAddSingleton(TimeProvider.System) then leaves this clock in place.
        Web.Services.AddSingleton(_clock).AddSingleton<TimeProvider>(_clock);
    }

    public WebApplicationBuilder Web { get; }

    public List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Middleware { get; } = [];

    public IReadOnlyCollection<Type>? FunctionTypes { get; set; }

    public IHost Build()
    {
        var types = FunctionTypes ?? Assembly.GetEntryAssembly()!.GetTypes();
        IReadOnlyList<LocalFunction> functions = [];
        var hostJson = HostJson.Default;
        var port = LocalPort.Default;
        Try(() =>
        {
            functions = FunctionDiscovery.Find(types);
            hostJson = HostJson.Read(Web.Configuration);
            port = LocalPort.Read(Web.Configuration);
        });

        Web.WebHost.UseKestrelCore().ConfigureKestrel(port.Listen);
        Web.Services.AddSingleton(new FunctionPipeline(Middleware));
        Web.Services.AddHttpFunctions(functions);
        var app = Web.Build();
        Try(() => app.MapHttpFunctions(functions, hostJson.RoutePrefix));
        return new LocalHost(app, _problem);
    }

    /// <summary>Remembers the first problem only; the later ones mostly follow from it.</summary>
    private void Try(Action step)
    {
        try
        {
            step();
        }
        catch (LocalSetupException problem)
        {
            _problem ??= problem;
        }
    }
}
