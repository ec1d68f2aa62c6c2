using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using TechPlan.Local.Hosting;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Hosting;

[Collection(AzuriteTests.Name)]
public sealed class StorageTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_clock_that_was_moved_goes_on_from_there_after_a_restart()
    {
        var hub = $"--AzureFunctionsJobHost:extensions:durableTask:hubName={azurite.NewName()}";
        var target = DateTimeOffset.UtcNow.AddDays(30);
        await using (var app = await StartAsync(hub))
        {
            (await app.Client.PostAsJsonAsync("/local/clock", new { now = target })).EnsureSuccessStatusCode();
        }

        await using var again = await StartAsync(hub);
        Assert.InRange(again.Clock.GetUtcNow(), target, target.AddSeconds(30));
    }

    [Fact]
    public async Task Every_hub_has_a_clock_of_its_own()
    {
        await using var app = await StartAsync($"--AzureFunctionsJobHost:extensions:durableTask:hubName={azurite.NewName()}");
        Assert.InRange(app.Clock.Offset, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task Seeds_are_remembered_by_their_text()
    {
        var state = new StoredState(azurite.Service(), azurite.NewName());
        await state.OpenAsync(CancellationToken.None);
        await state.MarkSeededAsync("PUT /a b.csv text/csv", CancellationToken.None);
        Assert.True(await state.WasSeededAsync("PUT /a b.csv text/csv", CancellationToken.None));
        Assert.False(await state.WasSeededAsync("PUT /a c.csv text/csv", CancellationToken.None));
    }

    [Fact]
    public async Task Something_else_at_the_storages_address_is_told_in_one_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        var closing = CloseConnectionsAsync(other);
        await using var app = await SampleApp.StartAsync([], _ => { }, $"--AzureWebJobsStorage={AzuriteOptions.OnPort(port).ConnectionString}");
        Assert.StartsWith($"Port {port} is held by a program that is not a table service", app.Refusal, StringComparison.Ordinal);
        other.Stop();
        await closing;
    }

    private static async Task CloseConnectionsAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync();
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private Task<SampleApp> StartAsync(string hub) =>
        SampleApp.StartAsync([], _ => { }, $"--AzureWebJobsStorage={azurite.ConnectionString}", hub);
}
