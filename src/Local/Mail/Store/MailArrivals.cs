namespace TechPlan.Local.Mail.Store;

/// <summary>
/// Numbers the writes. Those of one moment end in any order, so a reader that wants to miss none reads only up to
/// <see cref="Settled"/>.
/// </summary>
internal sealed class MailArrivals
{
    private readonly Lock _gate = new();
    private readonly SortedSet<long> _underWay = [];
    private long _last;

    /// <summary>After a restart numbers go on from here; one that was given and not written comes again.</summary>
    private long _lastWritten;

    public long Settled
    {
        get
        {
            lock (_gate)
            {
                return _underWay.Count > 0 ? Math.Min(_underWay.Min - 1, _lastWritten) : _lastWritten;
            }
        }
    }

    public void GoOnFrom(long last)
    {
        lock (_gate)
        {
            _last = last;
            _lastWritten = last;
        }
    }

    public long Begin()
    {
        lock (_gate)
        {
            _underWay.Add(++_last);
            return _last;
        }
    }

    public void End(long arrival, bool isWritten)
    {
        lock (_gate)
        {
            _underWay.Remove(arrival);
            _lastWritten = isWritten ? Math.Max(_lastWritten, arrival) : _lastWritten;
        }
    }
}
