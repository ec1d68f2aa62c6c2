using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable;
using TechPlan.Local.Durable.Storage;
using TechPlan.Local.Tests.Durable.Stores;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Durable;

[Collection(AzuriteTests.Name)]
public sealed class KillTests(AzuriteFixture azurite)
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40), Environment.TickCount & 0xFFFF];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task Whatever_is_killed_no_raised_event_is_lost_and_all_stay_in_order(int seed) =>
        PlayAsync(seed, new InMemoryHistoryStore(), instances: 3, steps: 60, longestLife: 45);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Twenty_instances_in_tables_come_through_kills(int seed)
    {
        var kills = await PlayAsync(seed, new TableHistoryStore(azurite.Service(), azurite.NewName()), instances: 20, steps: 80, longestLife: 120);

        Assert.InRange(kills, 5, int.MaxValue);
    }

    private static async Task<int> PlayAsync(int seed, IHistoryStore store, int instances, int steps, int longestLife)
    {
        await using var driver = new KillDriver(seed, store, longestLife);
        await driver.StartAsync();
        await driver.PlayAsync(instances, steps);
        await driver.FinishAsync();
        foreach (var (id, raised) in driver.Raised)
        {
            Assert.True(raised.SequenceEqual(driver.Noted(id)), $"Seed {seed}, {id}: raised {string.Join(' ', raised)}, noted {string.Join(' ', driver.Noted(id))}");
            Assert.Equal(OrchestrationRuntimeStatus.Completed, (await driver.StateOfAsync(id)).RuntimeStatus);
        }

        return driver.Kills;
    }
}
