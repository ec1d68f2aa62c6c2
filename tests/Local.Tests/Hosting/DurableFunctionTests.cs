using System.Collections.Concurrent;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Hosting;

[Collection(AzuriteTests.Name)]
public sealed class DurableFunctionTests(AzuriteFixture azurite)
{
    private readonly RunLog _log = new();
    private readonly ConcurrentQueue<string> _seenByMiddleware = new();

    [Fact]
    public async Task An_orchestration_runs_to_its_end_when_the_clock_is_moved()
    {
        await using var app = await StartAsync(azurite.NewName());
        var id = await BeginAsync(app);
        await _log.WaitForAsync(1);

        await MoveAsync(app, TimeSpan.FromDays(2));

        Assert.Equal("Completed \"Hello, Ada; Hello, again\"", await app.Client.GetStringAsync($"/greetings/{id}"));
    }

    [Fact]
    public async Task An_orchestration_goes_on_after_a_restart()
    {
        var hub = azurite.NewName();
        string id;
        await using (var app = await StartAsync(hub))
        {
            id = await BeginAsync(app);
            await _log.WaitForAsync(1);
        }

        await using var again = await StartAsync(hub);
        await MoveAsync(again, TimeSpan.FromDays(2));
        Assert.StartsWith("Completed", await again.Client.GetStringAsync($"/greetings/{id}"), StringComparison.Ordinal);
        Assert.Equal(["Ada", "again"], _log.Entries);
    }

    [Fact]
    public async Task Middleware_runs_around_every_trigger()
    {
        await using var app = await StartAsync(azurite.NewName());
        await BeginAsync(app);
        await _log.WaitForAsync(1);
        Assert.Equal(
            ["Begin", "GreetByName", "GreetTwice"],
            _seenByMiddleware.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Durable_functions_without_storage_are_refused()
    {
        await using var app = await SampleApp.StartAsync(typeof(SampleDurableFunctions));
        Assert.Equal(
            "Function 'GreetTwice' is durable, and AzureWebJobsStorage names no storage; set it to 'UseDevelopmentStorage=true'.",
            app.Refusal);
    }

    private static async Task<string> BeginAsync(SampleApp app)
    {
        var answer = await app.Client.PostAsync("/greetings/Ada", content: null);
        answer.EnsureSuccessStatusCode();
        return await answer.Content.ReadAsStringAsync();
    }

    private static async Task MoveAsync(SampleApp app, TimeSpan by) =>
        (await app.Client.PostAsJsonAsync("/local/clock", new { now = app.Clock.GetUtcNow() + by })).EnsureSuccessStatusCode();

    private Task<SampleApp> StartAsync(string hub) => SampleApp.StartAsync(
        [typeof(SampleDurableFunctions)],
        builder =>
        {
            builder.Services.AddSingleton(_log);
            builder.UseMiddleware((context, next) =>
            {
                _seenByMiddleware.Enqueue(context.FunctionDefinition.Name);
                return next();
            });
        },
        $"--AzureWebJobsStorage={azurite.ConnectionString}",
        "--AzureFunctionsJobHost:extensions:http:routePrefix=",
        $"--AzureFunctionsJobHost:extensions:durableTask:hubName={hub}");
}
