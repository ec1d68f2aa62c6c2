using System.Diagnostics;

namespace TechPlan.Local.Hosting;

/// <summary>A table service that answers. Disposing it ends it if this process started it, and waits until its data is on disk.</summary>
public sealed class AzuriteRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private Process? _process;

    internal AzuriteRun(string connectionString, Process? process)
    {
        ConnectionString = connectionString;
        _process = process;
        StartedHere = process is not null;
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether this process started it; otherwise it was there before and stays.</summary>
    public bool StartedHere { get; }

    public async ValueTask DisposeAsync()
    {
        using var process = Interlocked.Exchange(ref _process, null);
        if (process is not null)
        {
            await EndAsync(process);
        }
    }

    /// <summary>Asks it to save and end; after <see cref="Patience"/> it is killed.</summary>
    internal static async Task EndAsync(Process process)
    {
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.StandardInput.WriteLineAsync(AzuriteShim.EndWord);
            await process.StandardInput.FlushAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            // It has ended already, or does not listen.
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }
    }
}
