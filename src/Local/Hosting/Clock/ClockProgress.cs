using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace TechPlan.Local.Hosting;

/// <summary>Tells once a second how far a long move of the clock has come.</summary>
internal sealed class ClockProgress(ILogger logger)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    private readonly Stopwatch _sinceLast = Stopwatch.StartNew();
    private int _played;

    /// <summary>The timers of one moment have been played.</summary>
    public void Played(DateTimeOffset now)
    {
        _played++;
        if (_sinceLast.Elapsed >= Pace)
        {
            logger.LogInformation("Moving the clock: played {Count} timers, now at {Now}", _played, ClockText.Format(now));
            _sinceLast.Restart();
        }
    }
}
