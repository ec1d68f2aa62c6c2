using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using TechPlan.Local.Durable;
using TechPlan.Local.Hosting;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Durable;

[Collection(AzuriteTests.Name)]
public sealed class RegistrationTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_engine_starts_with_the_host_and_drives_the_registered_functions()
    {
        var services = new ServiceCollection().AddLogging();
        services.AddSingleton<TimeProvider>(new LocalClock());
        services.AddSingleton(new OrchestratorFunction("run", async context => await context.CallActivityAsync<int>("double", 21)));
        services.AddSingleton(new ActivityFunction("double", typeof(int), (input, _) => Task.FromResult<object?>(2 * (int)input!)));
        services.AddDurableEngine(new DurableEngineOptions(azurite.NewName()), _ => azurite.Service());
        await using var provider = services.BuildServiceProvider();
        var hosted = Assert.Single(provider.GetServices<IHostedService>());
        await hosted.StartAsync(default);

        var client = provider.GetRequiredService<DurableTaskClient>();
        var end = await client.WaitForInstanceCompletionAsync(await client.ScheduleNewOrchestrationInstanceAsync("run"), getInputsAndOutputs: true);

        Assert.Equal(42, end.ReadOutputAs<int>());
        Assert.Same(hosted, Assert.Single(provider.GetServices<IMovedByTheClock>()));
        await hosted.StopAsync(default);
    }
}
