using Azure.Data.Tables;
using TechPlan.Domain.Directory;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Directory;

[Collection(AzuriteTests.Name)]
public sealed class DirectoryCacheTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_was_read_while_an_import_came_in_is_read_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var cache = app.Get<DirectoryCache>();
        app.Requests.Answer = _ =>
        {
            app.Requests.Answer = _ => null;
            cache.Forget();
            return null;
        };
        await cache.GetAsync(CancellationToken.None);
        await app.Get<DirectoryTable>().ReplaceAsync([new Cluster("Cluster 9", TestApp.Pat)], CancellationToken.None);

        var lists = await cache.GetAsync(CancellationToken.None);

        Assert.Equal("Cluster 9", Assert.Single(lists.District.Clusters).Name);
    }

    [Fact]
    public async Task Lists_that_are_known_are_not_read_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var cache = app.Get<DirectoryCache>();
        await cache.GetAsync(CancellationToken.None);
        var before = app.Requests.Requests.Count;

        await cache.GetAsync(CancellationToken.None);

        Assert.Equal(before, app.Requests.Requests.Count);
    }

    [Fact]
    public async Task A_list_that_lacks_rows_is_named_instead_of_being_waited_for()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await app.Tables.Directory.UpdateEntityAsync(
            new TableEntity("current", "clusters") { ["Count"] = 3 }, Azure.ETag.All, TableUpdateMode.Merge);

        var problem = await Assert.ThrowsAsync<InvalidDataException>(
            () => app.Get<DirectoryTable>().ClustersAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30)));

        Assert.Contains("clusters", problem.Message, StringComparison.Ordinal);
    }
}
