using Azure.Data.Tables;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Tables;

[Collection(AzuriteTests.Name)]
public sealed class TableTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_table_is_created_once_listed_and_deleted()
    {
        var service = azurite.Service();
        var name = azurite.NewName();
        Assert.Equal(204, (await service.CreateTableIfNotExistsAsync(name)).GetRawResponse().Status);
        Assert.Equal(409, (await service.CreateTableIfNotExistsAsync(name)).GetRawResponse().Status);
        Assert.Equal([name], await NamesAsync(service, name));

        Assert.Equal(204, (await service.DeleteTableAsync(name)).Status);
        Assert.Equal(404, (await service.DeleteTableAsync(name)).Status);
        Assert.Empty(await NamesAsync(service, name));
    }

    [Fact]
    public async Task Tables_are_listed_over_pages()
    {
        var service = azurite.Service();
        var prefix = azurite.NewName() + "page";
        foreach (var i in Enumerable.Range(0, 5))
        {
            await service.CreateTableIfNotExistsAsync($"{prefix}{i}");
        }

        var filter = TableServiceClient.CreateQueryFilter($"TableName ge {prefix} and TableName lt {prefix + "z"}");
        var pages = await service.QueryAsync(filter, maxPerPage: 2).AsPages().ToListAsync();
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"{prefix}{i}"), pages.SelectMany(x => x.Values).Select(x => x.Name));
        Assert.All(pages, x => Assert.InRange(x.Values.Count, 0, 2));
    }

    private static async Task<List<string>> NamesAsync(TableServiceClient service, string name) =>
        await service.QueryAsync(TableServiceClient.CreateQueryFilter($"TableName eq {name}")).Select(x => x.Name).ToListAsync();
}
