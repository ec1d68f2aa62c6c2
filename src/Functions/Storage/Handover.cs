using System.Collections.Concurrent;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Storage;

/// <summary>
/// What one step has just read or written, kept for the step that follows a moment later in the same process, so that it need
/// not read it again. It is only ever a saving: a step that finds nothing here reads the table, and every write that builds on
/// what it finds is bound to the versions in it.
/// </summary>
public sealed class Handover<T>(TimeProvider clock)
    where T : class
{
    /// <summary>What the next step does not fetch, because it runs elsewhere, must not pile up.</summary>
    private const int MostKept = 1_000;

    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<MiniGrantId, (T Value, DateTimeOffset At)> _kept = new();

    internal void Give(MiniGrantId id, T value)
    {
        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        _kept[id] = (value, clock.GetUtcNow());
    }

    /// <summary>Gives it once; null when there is nothing, or nothing fresh.</summary>
    internal T? Take(MiniGrantId id) =>
        _kept.TryRemove(id, out var kept) && clock.GetUtcNow() - kept.At < Fresh ? kept.Value : null;
}
