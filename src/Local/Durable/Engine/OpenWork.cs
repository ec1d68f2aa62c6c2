using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>What a history has begun and not ended: the activities to run and the timers to fire.</summary>
internal sealed class OpenWork
{
    private readonly Dictionary<int, ActivityScheduled> _activities = [];
    private readonly Dictionary<int, TimerCreated> _timers = [];

    public IReadOnlyDictionary<int, ActivityScheduled> Activities => _activities;

    public IReadOnlyDictionary<int, TimerCreated> Timers => _timers;

    public static OpenWork Of(IEnumerable<HistoryEvent> history)
    {
        var open = new OpenWork();
        foreach (var line in history)
        {
            open.Add(line);
        }

        return open;
    }

    /// <summary>Whether <paramref name="arrived"/> still means something; an answer that came twice does not.</summary>
    public bool Awaits(HistoryEvent arrived) => arrived switch
    {
        ActivityCompleted completed => _activities.ContainsKey(completed.Id),
        ActivityFailed failed => _activities.ContainsKey(failed.Id),
        TimerFired fired => _timers.ContainsKey(fired.Id),
        _ => true,
    };

    public void Add(HistoryEvent line)
    {
        switch (line)
        {
            case ActivityScheduled scheduled:
                _activities.Add(scheduled.Id, scheduled);
                break;
            case ActivityCompleted completed:
                _activities.Remove(completed.Id);
                break;
            case ActivityFailed failed:
                _activities.Remove(failed.Id);
                break;
            case TimerCreated created:
                _timers.Add(created.Id, created);
                break;
            case TimerFired fired:
                _timers.Remove(fired.Id);
                break;
            case TimerCanceled canceled:
                _timers.Remove(canceled.Id);
                break;
        }
    }
}
