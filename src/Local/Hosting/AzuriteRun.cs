using System.Diagnostics;

namespace TechPlan.Local.Hosting;

/// <summary>A table service that answers. Disposing it ends it if this process started it, and waits until its data is on disk.</summary>
public sealed class AzuriteRun : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Process? _process;

    internal AzuriteRun(string connectionString, Process? process)
    {
        ConnectionString = connectionString;
        _process = process;
    }

    /// <summary>How to reach it.</summary>
    public string ConnectionString { get; }

    /// <summary>Whether this process started it; otherwise it was there before and stays.</summary>
    public bool StartedHere => _process is not null;

    public async ValueTask DisposeAsync()
    {
        if (_process is null)
        {
            return;
        }

        using (_process)
        {
            await EndAsync(_process);
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
