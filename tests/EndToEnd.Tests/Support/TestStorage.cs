using TechPlan.Local.Hosting;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>An Azurite of the tests' own, in memory, on a free port.</summary>
public sealed class TestStorage : IAsyncDisposable
{
    private readonly AzuriteRun _run;

    private TestStorage(AzuriteRun run, int port)
    {
        _run = run;
        Port = port;
    }

    public int Port { get; }

    public string ConnectionString => _run.ConnectionString;

    public static async Task<TestStorage> StartAsync()
    {
        var port = FreePort.Find();
        var options = AzuriteOptions.OnPort(port) with { InMemory = true };
        return new TestStorage(await Azurite.EnsureAsync(options, CancellationToken.None), port);
    }

    public ValueTask DisposeAsync() => _run.DisposeAsync();
}
