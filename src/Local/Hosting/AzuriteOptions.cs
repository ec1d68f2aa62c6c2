using System.Net;
using System.Net.Sockets;

namespace TechPlan.Local.Hosting;

/// <summary>Where Azurite should answer, and where it keeps what it is given.</summary>
public sealed record AzuriteOptions
{
    /// <summary>The app's storage connection string; its table endpoint is where Azurite is looked for.</summary>
    public string ConnectionString { get; init; } = "UseDevelopmentStorage=true";

    /// <summary>Keeps nothing on disk, and ends with this process even if that is killed.</summary>
    public bool InMemory { get; init; }

    /// <summary>Where the search for the repository's root (the folder with package.json) begins, upwards.</summary>
    public string StartDirectory { get; init; } = AppContext.BaseDirectory;

    /// <summary>Receives a line when something takes longer than a person expects.</summary>
    public Action<string> Progress { get; init; } = Console.WriteLine;

    /// <summary>Where node and npm are looked for; the machine's PATH.</summary>
    internal string SearchPath { get; init; } = Environment.GetEnvironmentVariable("PATH") ?? string.Empty;

    /// <summary>For tests: an Azurite of their own, in memory, on a free port.</summary>
    public static AzuriteOptions ForTests()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return OnPort(((IPEndPoint)listener.LocalEndpoint).Port) with { InMemory = true, Progress = static _ => { } };
    }

    /// <summary>The development account on a port of 127.0.0.1.</summary>
    public static AzuriteOptions OnPort(int port) => new() { ConnectionString = Tables.Http.ConnectionString.ForPort(port) };
}
