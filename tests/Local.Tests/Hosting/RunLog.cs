using System.Collections.Concurrent;

namespace TechPlan.Local.Tests.Hosting;

/// <summary>What ran when, written by sample functions and fakes, read by tests.</summary>
internal sealed class RunLog
{
    private readonly ConcurrentQueue<string> _entries = new();
    private int _running;

    public IReadOnlyList<string> Entries => [.. _entries];

    public int MostAtOnce { get; private set; }

    public void Write(string entry) => _entries.Enqueue(entry);

    public async Task RunAsync(TimeSpan duration)
    {
        MostAtOnce = Math.Max(MostAtOnce, Interlocked.Increment(ref _running));
        await Task.Delay(duration);
        Interlocked.Decrement(ref _running);
    }

    public async Task WaitForAsync(int entries)
    {
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (_entries.Count < entries)
        {
            await Task.Delay(10, timeout.Token);
        }
    }
}
