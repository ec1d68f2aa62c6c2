using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace TechPlan.Local.Hosting;

/// <summary>Runs the functions with schedules on the local clock. While a person moves the clock it waits and is told when to run.</summary>
internal sealed class TimerScheduler(
    IReadOnlyList<TimerFunction> timers,
    FunctionPipeline pipeline,
    LocalClock clock,
    IServiceProvider services,
    IHostApplicationLifetime lifetime,
    ILogger<TimerScheduler> logger) : BackgroundService
{
    // Delays cannot be much longer than this, and a look at the clock now and then costs nothing.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _wake = new(0);
    private bool _paused;

    /// <summary>Starts no run by itself until <see cref="Resume"/>, and waits for those under way.</summary>
    public Task PauseAsync()
    {
        lock (_gate)
        {
            _paused = true;
            return Task.WhenAll(timers.Select(timer => timer.Run));
        }
    }

    public void Resume()
    {
        lock (_gate)
        {
            _paused = false;
        }

        _wake.Release();
    }

    /// <summary>Runs every timer that the clock has passed, once each however often it was passed; completes with the last run.</summary>
    public Task RunDueAsync()
    {
        lock (_gate)
        {
            StartDue(clock.GetUtcNow());
            return Task.WhenAll(timers.Select(timer => timer.Run));
        }
    }

    public override void Dispose()
    {
        _wake.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (timers.Count == 0)
        {
            return;
        }

        StartUp();
        while (!stoppingToken.IsCancellationRequested)
        {
            await _wake.WaitAsync(UntilNext(), stoppingToken);
            StartDueUnlessPaused();
        }
    }

    private void StartUp()
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            foreach (var timer in timers)
            {
                timer.ScheduleAfter(now);
                if (timer.RunOnStartup)
                {
                    Start(timer, now);
                }
            }
        }
    }

    private TimeSpan UntilNext()
    {
        lock (_gate)
        {
            var idle = timers.Where(timer => timer.Run.IsCompleted);
            var wait = _paused ? LongestWait : idle.Select(timer => timer.Next).DefaultIfEmpty(DateTimeOffset.MaxValue).Min() - clock.GetUtcNow();

            // One millisecond more: a wait may end just before its time, and an early look would find nothing due.
            return wait > LongestWait ? LongestWait : TimeSpan.FromMilliseconds(Math.Max(0, wait.TotalMilliseconds) + 1);
        }
    }

    private void StartDueUnlessPaused()
    {
        lock (_gate)
        {
            if (!_paused)
            {
                StartDue(clock.GetUtcNow());
            }
        }
    }

    private void StartDue(DateTimeOffset now)
    {
        foreach (var timer in timers.Where(timer => timer.Next <= now && timer.Run.IsCompleted))
        {
            Start(timer, now);
        }
    }

    private void Start(TimerFunction timer, DateTimeOffset now)
    {
        var info = timer.Begin(now);
        timer.Run = Task.Run(() => RunAsync(timer, info));
    }

    private async Task RunAsync(TimerFunction timer, TimerInfo info)
    {
        try
        {
            await pipeline.RunAsync(timer.Function, info, services, lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            logger.LogDebug("{Function} was stopped", timer.Function.Name);
        }
        catch (Exception e)
        {
            logger.LogError(e, "{Function} failed", timer.Function.Name);
        }
        finally
        {
            _wake.Release();
        }
    }
}
