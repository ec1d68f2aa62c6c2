namespace TechPlan.Local.Durable.History;

/// <summary>An instance as the store holds it.</summary>
public sealed record StoredInstance(
    InstanceRecord Record,
    IReadOnlyList<HistoryEvent> History,
    IReadOnlyList<InboxMessage> Inbox,
    StorePosition Position);

/// <summary>What the store wants back at the next commit: which version it replaces, and which rows hold the history so far.</summary>
public sealed record StorePosition(string ETag, IReadOnlyList<string> HistoryRows)
{
    /// <summary>The position of an id that nobody bears.</summary>
    public static StorePosition None { get; } = new(string.Empty, []);
}
