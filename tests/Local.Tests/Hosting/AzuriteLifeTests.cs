using Azure.Data.Tables;
using TechPlan.Local.Hosting;

namespace TechPlan.Local.Tests.Hosting;

/// <summary>The real Azurite, started and ended.</summary>
public sealed class AzuriteLifeTests
{
    [Fact]
    public async Task What_answers_already_is_used_and_left_running()
    {
        var options = AzuriteOptions.ForTests();
        await using var first = await Azurite.EnsureAsync(options, CancellationToken.None);
        await using (var second = await Azurite.EnsureAsync(options, CancellationToken.None))
        {
            Assert.True(first.StartedHere);
            Assert.False(second.StartedHere);
        }

        await new TableServiceClient(first.ConnectionString).CreateTableIfNotExistsAsync("still");
        await first.DisposeAsync();
        await first.DisposeAsync();
    }

    [Fact]
    public async Task What_was_written_is_there_after_an_orderly_end()
    {
        using var machine = new FakeMachine();
        Directory.CreateSymbolicLink(
            Path.Combine(machine.Root, "node_modules"),
            Path.Combine(RepositoryRoot.Find(AppContext.BaseDirectory), "node_modules"));
        var options = AzuriteOptions.ForTests() with { InMemory = false, StartDirectory = machine.Root };

        await using (var run = await Azurite.EnsureAsync(options, CancellationToken.None))
        {
            var table = new TableClient(run.ConnectionString, "kept");
            await table.CreateIfNotExistsAsync();
            await table.AddEntityAsync(new TableEntity("p", "r"));
        }

        await using var again = await Azurite.EnsureAsync(options, CancellationToken.None);
        Assert.True(again.StartedHere);
        Assert.True((await new TableClient(again.ConnectionString, "kept").GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Fact]
    public async Task An_endpoint_beyond_this_machine_is_taken_as_it_is()
    {
        var options = new AzuriteOptions { ConnectionString = "AccountName=acc;AccountKey=a2V5" };
        await using var run = await Azurite.EnsureAsync(options, CancellationToken.None);
        Assert.False(run.StartedHere);
    }
}
