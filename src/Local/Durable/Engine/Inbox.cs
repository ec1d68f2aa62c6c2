using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Engine;

/// <summary>What has come in for an instance, in order. Its owner takes care that one thread uses it at a time.</summary>
internal sealed class Inbox
{
    private readonly List<InboxMessage> _messages = [];
    private readonly HashSet<long> _beingRecorded = [];
    private long _lastSequence;

    public bool IsEmpty => _messages.Count == 0;

    public long NextSequence()
    {
        _beingRecorded.Add(++_lastSequence);
        return _lastSequence;
    }

    public void GiveUp(long sequence) => _beingRecorded.Remove(sequence);

    /// <summary>A timer that is in it already is not added again.</summary>
    public void Add(InboxMessage message)
    {
        _beingRecorded.Remove(message.Sequence);
        if (message.Event is not TimerFired fired || !HasFired(fired.Id))
        {
            _messages.Add(message);
        }
    }

    public bool HasFired(int timer) => _messages.Exists(message => message.Event is TimerFired fired && fired.Id == timer);

    /// <summary>Forgets answers that came too late to mean anything.</summary>
    public void ForgetStale(OpenWork open) => _messages.RemoveAll(message => !message.IsRecorded && !open.Awaits(message.Event));

    public Arrivals Arrivals() => Engine.Arrivals.From(_messages);

    public void Remove(IEnumerable<InboxMessage> consumed)
    {
        var gone = consumed.ToHashSet(ReferenceEqualityComparer.Instance);
        _messages.RemoveAll(gone.Contains);
    }

    /// <summary>Takes over what the store holds. Results of activities that are only in memory stay; timers fire again.</summary>
    public void Reset(IReadOnlyList<InboxMessage> stored)
    {
        _messages.RemoveAll(message => message.IsRecorded || message.Event is TimerFired);
        _messages.InsertRange(0, stored.Where(message => !_beingRecorded.Contains(message.Sequence)));
        _lastSequence = Math.Max(_lastSequence, stored.Select(message => message.Sequence).DefaultIfEmpty().Max());
    }
}
