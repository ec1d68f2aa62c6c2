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
        var given = new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build();
        Try(() => Web.Configuration.AddLocalSettings(given));
        // Not the configuration read above: chained, its empty values would not override the file's.
        Web.Configuration.AddEnvironmentVariables().AddCommandLine(args);
        Web.Logging.AddLocalLogging(Web.Configuration);
        Web.Services.Configure<HostOptions>(options => options.ShutdownTimeout = ShutdownTimeout);
        Web.Services.Configure<ConsoleLifetimeOptions>(options => options.SuppressStatusMessages = true);
        // Before the app's own services: its TryAddSingleton(TimeProvider.System) then leaves this clock in place.
        Web.Services.AddSingleton(_clock).AddSingleton<TimeProvider>(_clock);
    }

    public WebApplicationBuilder Web { get; }

    public List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Middleware { get; } = [];

    /// <summary>The types to look for functions in; those of the entry assembly unless a test says otherwise.</summary>
    public IReadOnlyCollection<Type>? FunctionTypes { get; set; }

    /// <summary>What the run keeps; the storage that the settings name unless a test says otherwise.</summary>
    public LocalStorage? Storage { get; set; }

    public IHost Build()
    {
        var plan = LocalPlan.Empty;
        Try(() => plan = LocalPlan.Read(FunctionTypes ?? Assembly.GetEntryAssembly()!.GetTypes(), Web.Configuration));
        var storage = Storage ?? LocalStorage.At(Web.Configuration[LocalPlan.StorageSetting], plan.HostJson.HubName);
        var start = _problem is null ? LocalStart.Begin(storage, _clock) : LocalStart.Refused(storage, _problem);

        Web.WebHost.UseKestrelCore().ConfigureKestrel(plan.Port.Listen);
        Web.Services.AddSingleton(new FunctionPipeline(Middleware));
        Web.Services.AddLocalServices(plan, storage);

        var app = Web.Build();
        app.MapHttpFunctions(plan.Functions, plan.HostJson.RoutePrefix);
        app.MapLocalPages();
        return new LocalHost(app, plan.Port.Address, start);
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
