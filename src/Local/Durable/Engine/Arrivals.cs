using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>The messages of one episode.</summary>
/// <param name="Taken">Those that it processes.</param>
/// <param name="Waiting">Recorded ones behind them, which ContinueAsNew without unprocessed events throws away too.</param>
internal sealed record Arrivals(IReadOnlyList<InboxMessage> Taken, IReadOnlyList<InboxMessage> Waiting)
{
    private const int MaxMessages = 40;
    private const int MaxChars = 600_000;

    public IReadOnlyList<InboxMessage> All => [.. Taken, .. Waiting];

    /// <summary>As many messages, in order, as one transaction can carry; at least one.</summary>
    public static Arrivals From(IReadOnlyList<InboxMessage> inbox)
    {
        var chars = 0L;
        var taken = inbox
            .Take(MaxMessages)
            .TakeWhile((message, index) => (chars += HistorySize.Of(message.Event)) <= MaxChars || index == 0)
            .ToList();
        return new(taken, [.. inbox.Skip(taken.Count).Where(message => message.IsRecorded).Take(MaxMessages)]);
    }
}
