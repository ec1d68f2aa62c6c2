using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;

namespace TechPlan.Local.Hosting;

/// <summary>Sees to it that a table service answers where the app looks for one.</summary>
public static class Azurite
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Starts Azurite's table service unless one answers already; returns when it answers. An endpoint beyond this machine is taken
    /// as it is. Missing npm packages are installed first.
    /// </summary>
    /// <exception cref="LocalSetupException">This machine lacks something; the message says what to do.</exception>
    public static async Task<AzuriteRun> EnsureAsync(AzuriteOptions options, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(options);
        var endpoint = TableEndpoint(options);
        if (!endpoint.IsLoopback)
        {
            return new AzuriteRun(options.ConnectionString, process: null);
        }

        return await TableServiceProbe.AskAsync(endpoint, cancellation) switch
        {
            ProbeAnswer.TableService => new AzuriteRun(options.ConnectionString, process: null),
            ProbeAnswer.Nothing => await StartAsync(options, endpoint, cancellation),
            _ => throw new LocalSetupException(
                $"Port {endpoint.Port} is held by a program that is not a table service; end that program, "
                + "or set another TableEndpoint in the storage connection string."),
        };
    }

    private static Uri TableEndpoint(AzuriteOptions options)
    {
        try
        {
            return Tables.Http.ConnectionString.Parse(options.ConnectionString).TableEndpoint;
        }
        catch (FormatException e)
        {
            throw new LocalSetupException(e.Message, e);
        }
    }

    private static async Task<AzuriteRun> StartAsync(AzuriteOptions options, Uri endpoint, CancellationToken cancellation)
    {
        var root = RepositoryRoot.Find(options.StartDirectory);
        var node = await NodeTools.FindNodeAsync(options.SearchPath, cancellation);
        await NpmPackages.EnsureAsync(root, options, cancellation);
        var process = Start(root, node, options, endpoint);
        try
        {
            await AnswersAsync(process, endpoint, cancellation);
            return new AzuriteRun(options.ConnectionString, process);
        }
        catch
        {
            await AzuriteRun.EndAsync(process);
            process.Dispose();
            throw;
        }
    }

    private static Process Start(string root, string node, AzuriteOptions options, Uri endpoint)
    {
        var start = new ProcessStartInfo(node)
        {
            WorkingDirectory = root,
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in Arguments(root, options, endpoint))
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            var process = Process.Start(start)!;
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception e)
        {
            throw new LocalSetupException($"Azurite could not be started with {node}: {e.Message}.", e);
        }
    }

    private static string[] Arguments(string root, AzuriteOptions options, Uri endpoint) =>
    [
        "--import", AzuriteShim.ImportUrl,
        NpmPackages.AzuriteTable(root),
        "--tableHost", "127.0.0.1",
        "--tablePort", endpoint.Port.ToString(CultureInfo.InvariantCulture),
        "--silent", "--skipApiVersionCheck", "--disableTelemetry",
        .. options.InMemory
            ? (string[])["--inMemoryPersistence"]
            : ["--location", Path.Combine(root, ".local", "azurite")],
    ];

    private static async Task AnswersAsync(Process process, Uri endpoint, CancellationToken cancellation)
    {
        var waited = Stopwatch.StartNew();
        while (await TableServiceProbe.AskAsync(endpoint, cancellation) != ProbeAnswer.TableService)
        {
            if (process.HasExited || waited.Elapsed > StartLimit)
            {
                throw new LocalSetupException(
                    $"Azurite did not come up on port {endpoint.Port}; run 'npx azurite-table --tablePort {endpoint.Port}' to see why.");
            }

            await Task.Delay(PollInterval, cancellation);
        }
    }
}
