using Azure.Data.Tables;

namespace TechPlan.Local.Hosting;

/// <summary>What a local run keeps, and the storage it keeps it in: started when nothing answers, ended with the app.</summary>
internal sealed class LocalStorage(ILocalState state, TableServiceClient? tables = null, AzuriteOptions? options = null) : IAsyncDisposable
{
    private AzuriteRun? _azurite;

    public ILocalState State => state;

    /// <summary>A client of the storage; null for an app that has none.</summary>
    public TableServiceClient? Tables => tables;

    /// <param name="connection">The app's storage connection string; an app without one runs, and forgets.</param>
    public static LocalStorage At(string? connection, string hubName)
    {
        if (string.IsNullOrWhiteSpace(connection))
        {
            return new LocalStorage(new ForgetfulState());
        }

        var tables = new TableServiceClient(connection);
        return new LocalStorage(new StoredState(tables, hubName), tables, new AzuriteOptions { ConnectionString = connection });
    }

    /// <summary>Returns when the storage answers and <paramref name="clock"/> goes on from where the last run left it.</summary>
    public async Task OpenAsync(LocalClock clock, CancellationToken cancellation)
    {
        if (options is not null)
        {
            _azurite = await Azurite.EnsureAsync(options, cancellation);
        }

        await state.OpenAsync(cancellation);
        var offset = await state.ReadClockAsync(cancellation);
        clock.RunFrom(TimeProvider.System.GetUtcNow() + offset);
    }

    public ValueTask DisposeAsync() => _azurite?.DisposeAsync() ?? ValueTask.CompletedTask;
}
