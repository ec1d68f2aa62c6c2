namespace TechPlan.Local.Hosting;

/// <summary>For an app without storage: nothing outlives the process.</summary>
internal sealed class ForgetfulState : ILocalState
{
    private readonly HashSet<string> _seeded = new(StringComparer.Ordinal);

    public Task OpenAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task<TimeSpan> ReadClockAsync(CancellationToken cancellation) => Task.FromResult(TimeSpan.Zero);

    public Task SaveClockAsync(TimeSpan offset, CancellationToken cancellation) => Task.CompletedTask;

    public Task<bool> WasSeededAsync(string seed, CancellationToken cancellation) => Task.FromResult(_seeded.Contains(seed));

    public Task MarkSeededAsync(string seed, CancellationToken cancellation)
    {
        _seeded.Add(seed);
        return Task.CompletedTask;
    }
}
