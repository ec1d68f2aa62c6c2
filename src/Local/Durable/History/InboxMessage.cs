namespace TechPlan.Local.Durable.History;

/// <summary>
/// Something that has come in for an instance and is not yet history. Events raised are recorded at once; results of activities
/// and timers need no row of their own, since what is lost of them happens again.
/// </summary>
/// <param name="Event">What came in.</param>
/// <param name="Sequence">Its place among the recorded ones; zero when it is only in memory.</param>
public sealed record InboxMessage(HistoryEvent Event, long Sequence = 0)
{
    public bool IsRecorded => Sequence > 0;
}
