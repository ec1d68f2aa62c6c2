using TechPlan.Local.Hosting;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>One Azurite in memory for all tests of this room, and one running app for those that need no data of their own.</summary>
public sealed class AppFixture : IAsyncLifetime
{
    private AzuriteRun? _azurite;

    public RunningApp App { get; private set; } = null!;

    public string Storage { get; private set; } = "";

    public async Task InitializeAsync()
    {
        var port = FreePort.Find();
        Storage = $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint=http://127.0.0.1:{port}/devstoreaccount1;";
        _azurite = await Azurite.EnsureAsync(new AzuriteOptions { ConnectionString = Storage, InMemory = true }, CancellationToken.None);
        App = await RunningApp.StartAsync(Storage);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }
    }
}

/// <summary>Tests that share the fixture; one after another, since they share a machine too.</summary>
[CollectionDefinition(Name)]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "xunit calls it a collection.")]
public sealed class AppCollection : ICollectionFixture<AppFixture>
{
    public const string Name = "Running app";
}
