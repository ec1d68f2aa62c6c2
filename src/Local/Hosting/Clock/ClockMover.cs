using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TechPlan.Local.Hosting;

/// <summary>
/// Moves the local clock on. Every timer on the way fires at its own moment and in order, and each one's work is done before
/// the next; functions with a schedule run once at the end, as they do on a host that was paused.
/// </summary>
internal sealed class ClockMover(
    LocalClock clock,
    IEnumerable<IMovedByTheClock> moved,
    TimerScheduler schedules,
    ILocalState state,
    IHostApplicationLifetime lifetime,
    ILogger<ClockMover> logger) : IDisposable
{
    private static readonly TimeSpan Furthest = TimeSpan.FromDays(100 * 366);

    private readonly IMovedByTheClock[] _moved = [.. moved];
    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>When the next timer is due that a move would fire, or null when there is none.</summary>
    public DateTimeOffset? NextDue => _moved.Min(each => each.NextDue);

    /// <summary>
    /// Moves to <paramref name="target"/> and completes when all work has been done; moves asked for meanwhile queue up.
    /// It goes on when the one who asked goes away: half a move would leave the app at a moment that nobody chose.
    /// </summary>
    public async Task<ClockMove> MoveAsync(DateTimeOffset target)
    {
        await _oneAtATime.WaitAsync(lifetime.ApplicationStopping);
        try
        {
            var now = clock.GetUtcNow();
            return target < now ? new ClockMove.Backward(now)
                : target - now > Furthest ? new ClockMove.TooFar(now, now + Furthest)
                : await MoveForwardAsync(target, lifetime.ApplicationStopping);
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    public void Dispose() => _oneAtATime.Dispose();

    private async Task<ClockMove> MoveForwardAsync(DateTimeOffset target, CancellationToken cancellation)
    {
        clock.FreezeAt(clock.GetUtcNow());
        try
        {
            await schedules.PauseAsync();
            await PlayUntilAsync(target, cancellation);
        }
        finally
        {
            clock.RunFrom(clock.GetUtcNow());
            schedules.Resume();
        }

        await state.SaveClockAsync(clock.Offset, cancellation);
        return new ClockMove.Moved(clock.GetUtcNow());
    }

    private async Task PlayUntilAsync(DateTimeOffset target, CancellationToken cancellation)
    {
        var progress = new ClockProgress(logger);
        await WhenIdleAsync(cancellation);
        await PlayTimersAsync(target, progress, cancellation);
        await StandAtAsync(target, cancellation);
        await schedules.RunDueAsync();
        await WhenIdleAsync(cancellation);
        // What the schedules have started may have set timers that are due by now.
        await PlayTimersAsync(target, progress, cancellation);
    }

    private async Task PlayTimersAsync(DateTimeOffset target, ClockProgress progress, CancellationToken cancellation)
    {
        while (NextDue is { } due && due <= target)
        {
            await StandAtAsync(due, cancellation);
            foreach (var each in _moved)
            {
                await each.FireDueAsync(clock.GetUtcNow(), cancellation);
            }

            await WhenIdleAsync(cancellation);
            progress.Played(clock.GetUtcNow());
        }
    }

    /// <summary>The offset is kept before anything happens at the new moment, so that a killed app never wakes up in its own past.</summary>
    private Task StandAtAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        clock.FreezeAt(moment);
        return state.SaveClockAsync(clock.Offset, cancellation);
    }

    /// <summary>Twice, since one that is asked early may be given work by one that is asked late: a function that answered starts an orchestration.</summary>
    private async Task WhenIdleAsync(CancellationToken cancellation)
    {
        foreach (var each in _moved.Concat(_moved))
        {
            await each.WhenIdleAsync(cancellation);
        }
    }
}
