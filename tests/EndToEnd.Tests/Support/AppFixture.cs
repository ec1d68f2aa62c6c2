using System.Diagnostics.CodeAnalysis;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>One Azurite in memory for all tests of this room, and one running app for those that need no data of their own.</summary>
public sealed class AppFixture : IAsyncLifetime
{
    private TestStorage _storage = null!;

    public RunningApp App { get; private set; } = null!;

    public string Storage => _storage.ConnectionString;

    public async Task InitializeAsync()
    {
        _storage = await TestStorage.StartAsync();
        App = await RunningApp.StartAsync(Storage);
    }

    public async Task DisposeAsync()
    {
        await App.DisposeAsync();
        await _storage.DisposeAsync();
    }
}

/// <summary>Tests that share the fixture; one after another, since they share a machine too.</summary>
[CollectionDefinition(Name)]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "xunit calls it a collection.")]
public sealed class AppCollection : ICollectionFixture<AppFixture>
{
    public const string Name = "Running app";
}
