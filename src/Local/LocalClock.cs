namespace TechPlan.Local;

/// <summary>
/// The one clock of a local run. It runs with the machine's clock plus an offset that a person moves on, so that six weeks
/// can be walked through in a minute. While a move is under way it stands still at the moment being played.
/// </summary>
public sealed class LocalClock : TimeProvider
{
    private readonly Lock _gate = new();
    private TimeSpan _offset;
    private DateTimeOffset? _frozenAt;

    /// <summary>How far this clock is ahead of the machine's; what it needs to go on from here after a restart.</summary>
    public TimeSpan Offset
    {
        get
        {
            lock (_gate)
            {
                return _frozenAt - System.GetUtcNow() ?? _offset;
            }
        }
    }

    /// <summary>The current instant, UTC.</summary>
    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _frozenAt ?? System.GetUtcNow() + _offset;
        }
    }

    /// <summary>Stands still at <paramref name="instant"/> (never earlier than now) until <see cref="RunFrom"/>.</summary>
    public void FreezeAt(DateTimeOffset instant)
    {
        lock (_gate)
        {
            var now = _frozenAt ?? System.GetUtcNow() + _offset;
            _frozenAt = instant > now ? instant : now;
        }
    }

    /// <summary>Runs on from <paramref name="instant"/>, or from where the clock stands if that is later.</summary>
    public void RunFrom(DateTimeOffset instant)
    {
        lock (_gate)
        {
            var machine = System.GetUtcNow();
            var now = _frozenAt ?? machine + _offset;
            _offset = (instant > now ? instant : now) - machine;
            _frozenAt = null;
        }
    }
}
