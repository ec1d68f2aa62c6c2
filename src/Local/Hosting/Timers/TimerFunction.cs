using Microsoft.Azure.Functions.Worker;
using NCrontab;

namespace TechPlan.Local.Hosting;

/// <summary>A function with a schedule: when it ran last, when it is due next. All of it in UTC, as on the Functions host.</summary>
internal sealed class TimerFunction(LocalFunction function, CrontabSchedule schedule)
{
    // A run this much after its time was held up by more than the scheduler's own pace.
    private static readonly TimeSpan Punctual = TimeSpan.FromSeconds(1);

    public LocalFunction Function => function;

    public bool RunOnStartup => ((TimerTriggerAttribute)function.Trigger).RunOnStartup;

    public DateTimeOffset Next { get; private set; }

    /// <summary>The run under way, or the last one; a timer never has two at once.</summary>
    public Task Run { get; set; } = Task.CompletedTask;

    private DateTimeOffset Last { get; set; }

    /// <summary>Sets the next time after <paramref name="now"/>; what was missed until then is not made up for.</summary>
    public void ScheduleAfter(DateTimeOffset now) => Next = new DateTimeOffset(schedule.GetNextOccurrence(now.UtcDateTime), TimeSpan.Zero);

    /// <summary>What the function is told of the run that begins at <paramref name="now"/>.</summary>
    public TimerInfo Begin(DateTimeOffset now)
    {
        var info = new TimerInfo { IsPastDue = now - Next > Punctual };
        var last = Last;
        ScheduleAfter(now);
        Last = now;
        info.ScheduleStatus = new ScheduleStatus { Last = last.UtcDateTime, Next = Next.UtcDateTime, LastUpdated = last.UtcDateTime };
        return info;
    }
}
