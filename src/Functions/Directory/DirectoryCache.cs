using Microsoft.Extensions.Options;
using TechPlan.Domain.Calendars;
using TechPlan.Domain.Directory;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Directory;

/// <summary>
/// The district's lists in memory. They change a few times a year, so what another process imported may be up to
/// <see cref="MaxAge"/> old here; an own import is seen at once.
/// </summary>
public sealed class DirectoryCache(DirectoryTable table, IOptions<DistrictOptions> district, IOptions<MiniGrantPolicy> policy) : IDisposable
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _gate = new(1, 1);
    private volatile Entry? _entry;
    private int _generation;

    /// <summary>The lists as last read.</summary>
    public ValueTask<DirectorySnapshot> GetAsync(CancellationToken cancellation) =>
        Fresh() is { } entry ? ValueTask.FromResult(entry.Snapshot) : new ValueTask<DirectorySnapshot>(ReloadAsync(cancellation));

    /// <summary>Makes the next look read the lists again.</summary>
    public void Forget() => Interlocked.Increment(ref _generation);

    public void Dispose() => _gate.Dispose();

    private async Task<DirectorySnapshot> ReloadAsync(CancellationToken cancellation)
    {
        await _gate.WaitAsync(cancellation);
        try
        {
            if (Fresh() is { } entry)
            {
                return entry.Snapshot;
            }

            var generation = Volatile.Read(ref _generation);
            var versions = await table.VersionsAsync(cancellation);
            var snapshot = _entry is { } known && known.Versions == versions ? known.Snapshot : await ReadAsync(cancellation);
            _entry = new Entry(snapshot, versions, generation, Environment.TickCount64);
            return snapshot;
        }
        finally
        {
            _gate.Release();
        }
    }

    private Entry? Fresh() =>
        _entry is { } entry && entry.Generation == Volatile.Read(ref _generation) && Environment.TickCount64 - entry.ReadAt < MaxAge.TotalMilliseconds ? entry : null;

    private async Task<DirectorySnapshot> ReadAsync(CancellationToken cancellation)
    {
        var schools = table.SchoolsAsync(cancellation);
        var clusters = table.ClustersAsync(cancellation);
        var closedDays = await table.ClosedDaysAsync(cancellation);
        var calendar = new SchoolCalendar(district.Value.Zone, closedDays.Select(day => day.Date));
        return new DirectorySnapshot(
            new DistrictDirectory(await schools, await clusters), [.. closedDays], new DistrictRules(policy.Value, calendar));
    }

    /// <param name="Generation">How often the lists had been forgotten when the reading began: one forgotten in its midst is old at once.</param>
    /// <param name="ReadAt">The machine's tick count, since only real time makes a copy old.</param>
    private sealed record Entry(DirectorySnapshot Snapshot, string Versions, int Generation, long ReadAt);
}
