namespace TechPlan.Local.Durable.History;

/// <summary>Everything that one episode changes. It is stored whole or not at all.</summary>
public sealed record HistoryCommit(
    InstanceRecord Record,
    IReadOnlyList<HistoryEvent> NewEvents,
    IReadOnlyList<InboxMessage> Consumed,
    bool DropsHistory);
