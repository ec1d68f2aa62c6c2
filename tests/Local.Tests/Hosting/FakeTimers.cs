using TechPlan.Local.Hosting;

namespace TechPlan.Local.Tests.Hosting;

/// <summary>Timers that write down at which moment of the clock they fired; a timer may set the next one.</summary>
internal sealed class FakeTimers(LocalClock clock, RunLog log) : IMovedByTheClock
{
    private readonly PriorityQueue<string, DateTimeOffset> _due = new();
    private readonly List<string> _fired = [];

    public DateTimeOffset? NextDue => _due.TryPeek(out _, out var due) ? due : null;

    /// <summary>Called for each timer while its work is done.</summary>
    public Func<string, Task> Work { get; set; } = _ => Task.CompletedTask;

    public void Set(string name, DateTimeOffset due) => _due.Enqueue(name, due);

    public Task FireDueAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        while (_due.TryPeek(out _, out var due) && due <= now)
        {
            _fired.Add(_due.Dequeue());
        }

        return Task.CompletedTask;
    }

    public async Task WhenIdleAsync(CancellationToken cancellation)
    {
        foreach (var name in _fired)
        {
            await Work(name);
            log.Write($"{name} at {clock.GetUtcNow():yyyy-MM-dd HH:mm:ss}");
        }

        _fired.Clear();
    }
}
