namespace Microsoft.Azure.Functions.Worker;

public class TimerInfo
{
    public ScheduleStatus? ScheduleStatus { get; set; }

    /// <summary>The run comes later than its schedule said, because the host was away.</summary>
    public bool IsPastDue { get; set; }
}
