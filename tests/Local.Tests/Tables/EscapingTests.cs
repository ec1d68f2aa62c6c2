using Azure.Data.Tables;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Tables;

[Collection(AzuriteTests.Name)]
public sealed class EscapingTests(AzuriteFixture azurite)
{
    public static TheoryData<string> Keys => ["it's", "''", "a b+c&d=e%41", "é日本\U0001F600", "(x),y='1'", "\"<q>\"", ".", "..", "~!@$^*-_;:|{}[]`"];

    public static TheoryData<string> Values =>
        ["it's \"quoted\"", "\u0001\u0002\t\r\n", "\u2028\u2029", "</script>&amp;", "{}}{{ --batch", "\U0001F600 é", "\u202Eabc", string.Empty];

    [Theory]
    [MemberData(nameof(Keys))]
    public async Task Keys_survive_as_they_are(string key)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity(key, key) { ["V"] = "added" });
        Assert.Equal(key, (await table.GetEntityAsync<TableEntity>(key, key)).Value.RowKey);
        await table.SubmitTransactionAsync([new(TableTransactionActionType.UpdateMerge, new TableEntity(key, key) { ["V"] = "updated" }, Azure.ETag.All)]);
        var found = await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")).ToListAsync();
        Assert.Equal("updated", Assert.Single(found).GetString("V"));
        Assert.Equal(204, (await table.DeleteEntityAsync(key, key)).Status);
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Values_survive_as_they_are_alone_and_in_a_transaction(string value)
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "alone") { ["V"] = value });
        await table.SubmitTransactionAsync([new(TableTransactionActionType.Add, new TableEntity("p", "together") { ["V"] = value })]);
        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal([value, value], rows.Select(x => x.GetString("V")));
    }
}
