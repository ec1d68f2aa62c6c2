using TechPlan.Local.Durable;
using TechPlan.Local.Durable.Storage;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Durable.Stores;

public sealed class InMemoryHistoryStoreTests : HistoryStoreContract
{
    private protected override Task<IHistoryStore> NewStoreAsync() => Task.FromResult<IHistoryStore>(new InMemoryHistoryStore());
}

[Collection(AzuriteTests.Name)]
public sealed class TableHistoryStoreTests(AzuriteFixture azurite) : HistoryStoreContract
{
    private protected override async Task<IHistoryStore> NewStoreAsync()
    {
        var store = new TableHistoryStore(azurite.Service(), azurite.NewName());
        await store.InitializeAsync(default);
        return store;
    }
}
