using TechPlan.Local.Hosting;

namespace TechPlan.Local.Tests.Hosting;

internal sealed class FakeState : ILocalState
{
    private readonly HashSet<string> _seeded = new(StringComparer.Ordinal);

    public TimeSpan Offset { get; set; }

    public Task OpenAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task<TimeSpan> ReadClockAsync(CancellationToken cancellation) => Task.FromResult(Offset);

    public Task SaveClockAsync(TimeSpan offset, CancellationToken cancellation)
    {
        Offset = offset;
        return Task.CompletedTask;
    }

    public Task<bool> WasSeededAsync(string seed, CancellationToken cancellation) => Task.FromResult(_seeded.Contains(seed));

    public Task MarkSeededAsync(string seed, CancellationToken cancellation)
    {
        _seeded.Add(seed);
        return Task.CompletedTask;
    }
}
