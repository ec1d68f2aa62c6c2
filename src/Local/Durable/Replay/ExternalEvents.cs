using System.Text.Json;
using Microsoft.DurableTask;
using TechPlan.Local.Durable.History;

namespace TechPlan.Local.Durable.Replay;

/// <summary>
/// Brings events and waiters together. An event goes to the youngest waiter of its name; without one it is kept, and kept events
/// are handed out oldest first. Names are compared without regard to case.
/// </summary>
internal sealed class ExternalEvents(DataConverter converter)
{
    private readonly LinkedList<EventRaised> _kept = new();
    private readonly LinkedList<Waiter> _waiters = new();

    public bool HasWaiters => _waiters.Count > 0;

    /// <summary>Events that nobody has taken, in order of arrival.</summary>
    public IReadOnlyList<EventRaised> Unprocessed => [.. _kept];

    public Task<T> WaitFor<T>(string name, CancellationToken cancellation)
    {
        if (cancellation.IsCancellationRequested)
        {
            return Task.FromCanceled<T>(cancellation);
        }

        var completion = new TaskCompletionSource<T>();
        var waiter = new Waiter(name, payload => Settle(completion, payload));
        if (Take(name) is { } kept)
        {
            waiter.Complete(kept.Payload);
            return completion.Task;
        }

        var node = _waiters.AddFirst(waiter);
        cancellation.Register(() =>
        {
            if (node.List is not null)
            {
                _waiters.Remove(node);
                completion.SetCanceled(cancellation);
            }
        });
        return completion.Task;
    }

    public void Deliver(EventRaised raised)
    {
        for (var node = _waiters.First; node is not null; node = node.Next)
        {
            if (SameName(node.Value.Name, raised.Name))
            {
                _waiters.Remove(node);
                node.Value.Complete(raised.Payload);
                return;
            }
        }

        _kept.AddLast(raised);
    }

    private EventRaised? Take(string name)
    {
        var node = _kept.First;
        while (node is not null && !SameName(node.Value.Name, name))
        {
            node = node.Next;
        }

        if (node is null)
        {
            return null;
        }

        _kept.Remove(node);
        return node.Value;
    }

    private static bool SameName(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    private void Settle<T>(TaskCompletionSource<T> completion, string? payload)
    {
        T value;
        try
        {
            value = converter.Deserialize<T>(payload)!;
        }
        catch (Exception exception) when (exception is JsonException or NotSupportedException)
        {
            completion.SetException(exception);
            return;
        }

        completion.SetResult(value);
    }

    private sealed record Waiter(string Name, Action<string?> Complete);
}
