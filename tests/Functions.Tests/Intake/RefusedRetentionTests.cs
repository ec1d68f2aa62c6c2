using Azure.Data.Tables;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Intake;

[Collection(AzuriteTests.Name)]
public sealed class RefusedRetentionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_was_refused_is_removed_when_it_is_older_than_the_setting_says()
    {
        await using var app = await TestApp.StartAsync(azurite, ("TechPlan:Storage:KeepRefusedDays", "30"));
        int[] daysAgo = [400, 31, 30, 0];
        await Task.WhenAll(daysAgo.Select(days => RefuseAsync(app, days)));

        await app.NightAsync();

        var kept = await app.Tables.Refused.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(["webhook:msg_0", "webhook:msg_30"], kept.Select(row => row.GetString("Source")).Order(StringComparer.Ordinal));
    }

    private static Task RefuseAsync(TestApp app, int daysAgo) => app.Get<RefusedTable>().KeepAsync(
        $"webhook:msg_{daysAgo}", "{}"u8.ToArray(), [], app.Clock.GetUtcNow().AddDays(-daysAgo), CancellationToken.None);
}
