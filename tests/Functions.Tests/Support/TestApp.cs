using Azure.Core;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using TechPlan.Domain;
using TechPlan.Domain.Directory;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Retention;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Storage;
using TechPlan.Local;
using TechPlan.Local.Durable;
using TechPlan.Local.Durable.Storage;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Support;

/// <summary>The app's services on tables of their own and a clock that stands still, with an orchestration engine.</summary>
internal sealed class TestApp : IAsyncDisposable
{
    internal static readonly Person Dana = new("Dana Field", EmailAddress.Parse("dana.field@example.org"));
    internal static readonly Person Pat = new("Pat Lee", EmailAddress.Parse("pat.lee@example.org"));
    internal static readonly Person Robin = new("Robin Hale", EmailAddress.Parse("robin.hale@example.org"));

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ServiceProvider _services;
    private readonly string _hub;
    private DurableEngine? _engine;

    private TestApp(ServiceProvider services, string hub, LocalClock clock, RequestProbe probe) =>
        (_services, _hub, Clock, Requests) = (services, hub, clock, probe);

    internal LocalClock Clock { get; }

    /// <summary>Every request of the app to the table service; the engine's own are not among them.</summary>
    internal RequestProbe Requests { get; }

    internal RecordingMail Mail => (RecordingMail)Get<IMailDelivery>();

    internal FixedCount Enroll => (FixedCount)Get<IRegistrationCount>();

    internal TechPlanTables Tables => Get<TechPlanTables>();

    internal MiniGrantActivities Activities => ActivatorUtilities.CreateInstance<MiniGrantActivities>(_services);

    /// <summary>The running engine, or one that cannot be reached.</summary>
    internal DurableTaskClient Engine => _engine?.Client ?? ScriptedEngine.Down();

    internal static Task<TestApp> StartAsync(AzuriteFixture azurite, params (string Key, string? Value)[] settings) => StartAsync(azurite, _ => { }, settings);

    /// <param name="more">Services beside the app's own.</param>
    internal static async Task<TestApp> StartAsync(AzuriteFixture azurite, Action<IServiceCollection> more, params (string Key, string? Value)[] settings)
    {
        var prefix = azurite.NewName();
        var clock = new LocalClock();
        clock.FreezeAt(new DateTimeOffset(2099, 9, 8, 15, 0, 0, TimeSpan.Zero));
        var probe = new RequestProbe();
        var options = new TableClientOptions();
        options.AddPolicy(probe, HttpPipelinePosition.PerRetry);

        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton<IHostEnvironment>(new TestEnvironment("Local"))
            .AddSingleton(azurite.Service(options))
            .AddTechPlan(TestSettings.With([("TechPlan:Storage:TablePrefix", prefix), .. settings]))
            .AddSingleton<IMailDelivery, RecordingMail>()
            .AddSingleton<IRegistrationCount, FixedCount>();
        more(services);
        var app = new TestApp(services.BuildServiceProvider(), azurite.NewName(), clock, probe);
        await Task.WhenAll(app.Tables.All.Select(table => table.CreateIfNotExistsAsync()));
        await app.SeedAsync();
        return app;
    }

    internal T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>A function's class, made as the host makes it.</summary>
    internal T Make<T>() => ActivatorUtilities.CreateInstance<T>(_services);

    /// <summary>The night in which what has been kept for long enough is removed.</summary>
    internal Task NightAsync() => Make<RetentionFunction>().RunAsync(new TimerInfo(), CancellationToken.None);

    /// <summary>Starts the engine; before that, every call to it fails as one that cannot be reached.</summary>
    internal async Task<TestApp> WithEngineAsync(AzuriteFixture azurite)
    {
        var activities = Activities;
        _engine = new DurableEngine(
            [new OrchestratorFunction(nameof(MiniGrantOrchestration), async context => { await MiniGrantOrchestration.RunAsync(context); return null; })],
            [
                new ActivityFunction(nameof(MiniGrantActivities.AdvanceMiniGrant), typeof(string),
                    async (input, cancellation) => await activities.AdvanceMiniGrant((string)input!, cancellation)),
                new ActivityFunction(nameof(MiniGrantActivities.DeliverMail), typeof(Delivery),
                    async (input, cancellation) => await activities.DeliverMail((Delivery)input!, cancellation)),
            ],
            new DurableEngineOptions(_hub, "1.0"),
            new TableHistoryStore(azurite.Service(), _hub),
            Clock,
            NullLoggerFactory.Instance);
        await _engine.StartAsync(CancellationToken.None);
        return this;
    }

    /// <summary>When the engine's next timer fires.</summary>
    internal DateTimeOffset? NextTimer => _engine!.NextDue;

    /// <summary>Waits until the engine has nothing to do.</summary>
    internal Task IdleAsync() => _engine!.WhenIdleAsync(CancellationToken.None).WaitAsync(Patience);

    /// <summary>Moves the clock, playing each timer at its own moment.</summary>
    internal async Task MoveToAsync(DateTimeOffset moment)
    {
        await IdleAsync();
        while (_engine!.NextDue is { } due && due <= moment)
        {
            Clock.FreezeAt(due);
            await _engine.FireDueAsync(Clock.GetUtcNow(), CancellationToken.None);
            await IdleAsync();
        }

        Clock.FreezeAt(moment);
    }

    public async ValueTask DisposeAsync()
    {
        if (_engine is not null)
        {
            await _engine.DisposeAsync();
        }

        await _services.DisposeAsync();
    }

    private async Task SeedAsync()
    {
        var directory = Get<DirectoryTable>();
        await directory.ReplaceAsync([new Cluster("Cluster 1", Pat), new Cluster("Cluster 2", Robin)], CancellationToken.None);
        await directory.ReplaceAsync(
            [
                new School("School 012", "Cluster 1", Dana, Robin, InProgram: true, "public"),
                new School("School 044", "Cluster 2", Robin, Pat, InProgram: true, "public"),
                new School("School 099", "Cluster 2", Robin, Pat, InProgram: false, "non-public"),
            ],
            CancellationToken.None);
        Get<DirectoryCache>().Forget();
    }
}
