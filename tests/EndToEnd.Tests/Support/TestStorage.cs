using System.Globalization;
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

    public string ConnectionString => ConnectionStringFor(Port);

    public static async Task<TestStorage> StartAsync()
    {
        var port = FreePort.Find();
        return new TestStorage(await Azurite.EnsureAsync(new AzuriteOptions { ConnectionString = ConnectionStringFor(port), InMemory = true }, CancellationToken.None), port);
    }

    /// <summary>Azurite's well-known account at some port of this machine.</summary>
    public static string ConnectionStringFor(int port) =>
        "DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;"
        + "AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;"
        + string.Create(CultureInfo.InvariantCulture, $"TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;");

    public ValueTask DisposeAsync() => _run.DisposeAsync();
}
