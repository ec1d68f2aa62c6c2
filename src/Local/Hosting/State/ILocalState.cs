namespace TechPlan.Local.Hosting;

/// <summary>The little that a local run must remember over a restart, beside the app's own data.</summary>
internal interface ILocalState
{
    /// <summary>Makes ready what the others need; called once, before them.</summary>
    Task OpenAsync(CancellationToken cancellation);

    /// <summary>How far the clock was ahead of the machine's when it was last saved; zero for a new store.</summary>
    Task<TimeSpan> ReadClockAsync(CancellationToken cancellation);

    Task SaveClockAsync(TimeSpan offset, CancellationToken cancellation);

    Task<bool> WasSeededAsync(string seed, CancellationToken cancellation);

    Task MarkSeededAsync(string seed, CancellationToken cancellation);
}
