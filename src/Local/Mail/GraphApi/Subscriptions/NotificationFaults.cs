namespace TechPlan.Local.Mail.GraphApi.Subscriptions;

/// <summary>How many of the next notifications are lost, and how many come twice. They last as long as the process.</summary>
internal sealed class NotificationFaults
{
    private readonly Lock _gate = new();
    private int _lose;
    private int _duplicate;

    public NotificationFaultState State
    {
        get
        {
            lock (_gate)
            {
                return new(_lose, _duplicate);
            }
        }
    }

    public void Set(int? lose, int? duplicate)
    {
        lock (_gate)
        {
            (_lose, _duplicate) = (lose ?? _lose, duplicate ?? _duplicate);
        }
    }

    /// <returns>How often the next notification is posted.</returns>
    public int Take()
    {
        lock (_gate)
        {
            if (_lose > 0)
            {
                _lose--;
                return 0;
            }

            if (_duplicate > 0)
            {
                _duplicate--;
                return 2;
            }

            return 1;
        }
    }
}

internal sealed record NotificationFaultState(int Lose, int Duplicate);
