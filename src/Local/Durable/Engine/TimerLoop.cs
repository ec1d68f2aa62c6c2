namespace TechPlan.Local.Durable.Engine;

/// <summary>Fires timers while time passes by itself. It sleeps until the next one is due.</summary>
internal sealed class TimerLoop(TimerQueue timers, TimeProvider clock) : IDisposable
{
    /// <summary>Long sleeps are cut: the clock may be moved, and machines are put to sleep.</summary>
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(1);

    private readonly SemaphoreSlim _wake = new(0);

    public void Wake() => _wake.Release();

    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            timers.FireDue(clock.GetUtcNow());
            await _wake.WaitAsync(UntilNext(), stopping);
        }
    }

    public void Dispose() => _wake.Dispose();

    private TimeSpan UntilNext()
    {
        var left = timers.NextDue - clock.GetUtcNow() ?? LongestSleep;
        return left < ShortestSleep ? ShortestSleep : left > LongestSleep ? LongestSleep : left;
    }
}
