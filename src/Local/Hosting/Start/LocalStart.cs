namespace TechPlan.Local.Hosting;

/// <summary>What begins before the app is built, so that it is ready, or has failed, by the time the app starts.</summary>
internal sealed class LocalStart : IAsyncDisposable
{
    private readonly CancellationTokenSource _ended = new();
    private readonly LocalStorage _storage;

    private LocalStart(LocalStorage storage, Func<LocalStart, Task> open)
    {
        _storage = storage;
        StorageOpened = open(this);
    }

    public Task StorageOpened { get; }

    /// <summary>Opens the storage in the background.</summary>
    public static LocalStart Begin(LocalStorage storage, LocalClock clock) =>
        new(storage, start => Task.Run(() => storage.OpenAsync(clock, start._ended.Token)));

    /// <summary>Opens nothing; waiting for the storage tells the problem.</summary>
    public static LocalStart Refused(LocalStorage storage, LocalSetupException problem) =>
        new(storage, _ => Task.FromException(problem));

    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        await Task.WhenAny(StorageOpened);
        await _storage.DisposeAsync();
        _ended.Dispose();
    }
}
