using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Tables;

[Collection(AzuriteTests.Name)]
public sealed class RowTests(AzuriteFixture azurite)
{
    private static readonly ETag Stale = new("W/\"datetime'2020-01-01T00%3A00%3A00.0000000Z'\"");

    [Fact]
    public async Task A_row_is_added_read_replaced_and_deleted()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = "1", ["B"] = "2" });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal("1", read.GetString("A"));

        var replaced = await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = "3" }, read.ETag, TableUpdateMode.Replace);
        var again = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(replaced.Headers.ETag, again.ETag);
        Assert.Equal("3", again.GetString("A"));
        Assert.False(again.ContainsKey("B"));

        await table.DeleteEntityAsync(again, again.ETag);
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "r")).HasValue);
    }

    [Fact]
    public async Task A_merge_keeps_what_it_does_not_name()
    {
        var table = await azurite.NewTableAsync();
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["A"] = "1", ["B"] = "2" });
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = "3" });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
        Assert.Equal(("1", "3"), (read.GetString("A"), read.GetString("B")));
    }

    [Fact]
    public async Task Only_the_selected_properties_are_fetched()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = "1", ["B"] = "2" });
        var read = (await table.GetEntityAsync<TableEntity>("p", "r", ["B"])).Value;
        Assert.Equal("2", read.GetString("B"));
        Assert.False(read.ContainsKey("A"));
    }

    [Fact]
    public async Task A_second_row_under_the_same_keys_is_a_conflict()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        await FailsAsync(409, TableErrorCode.EntityAlreadyExists, () => table.AddEntityAsync(new TableEntity("p", "r")));
    }

    [Fact]
    public async Task A_stale_version_is_refused()
    {
        var table = await azurite.NewTableAsync();
        var row = new TableEntity("p", "r");
        await table.AddEntityAsync(row);
        await FailsAsync(412, TableErrorCode.UpdateConditionNotSatisfied, () => table.UpdateEntityAsync(row, Stale));
        await FailsAsync(412, TableErrorCode.UpdateConditionNotSatisfied, () => table.DeleteEntityAsync("p", "r", Stale));
    }

    [Fact]
    public async Task Of_two_writers_with_one_version_the_second_loses()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "r"));
        var version = (await table.GetEntityAsync<TableEntity>("p", "r")).Value.ETag;
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["By"] = "first" }, version);
        await FailsAsync(
            412,
            TableErrorCode.UpdateConditionNotSatisfied,
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["By"] = "second" }, version));
    }

    [Fact]
    public async Task An_update_without_a_version_is_refused_before_it_is_sent()
    {
        var probe = new RequestProbe();
        var table = azurite.Service(Options.With(probe)).GetTableClient(azurite.NewName());
        await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new TableEntity("p", "r"), default));
        Assert.Empty(probe.Requests);
    }

    [Fact]
    public async Task What_is_missing_is_an_answer_or_an_error_as_asked()
    {
        var table = await azurite.NewTableAsync();
        var answer = await table.GetEntityIfExistsAsync<TableEntity>("p", "none");
        Assert.False(answer.HasValue);
        Assert.Throws<InvalidOperationException>(() => answer.Value);
        Assert.Equal(404, (await table.DeleteEntityAsync("p", "none")).Status);
        await FailsAsync(404, TableErrorCode.ResourceNotFound, () => table.GetEntityAsync<TableEntity>("p", "none"));
        await FailsAsync(404, TableErrorCode.ResourceNotFound, () => table.UpdateEntityAsync(new TableEntity("p", "none"), ETag.All));
    }

    [Fact]
    public async Task A_missing_table_is_named_as_the_fault()
    {
        var table = azurite.Service().GetTableClient(azurite.NewName());
        await FailsAsync(404, TableErrorCode.TableNotFound, () => table.AddEntityAsync(new TableEntity("p", "r")));
    }

    private static async Task FailsAsync(int status, TableErrorCode code, Func<Task> act)
    {
        var failure = await Assert.ThrowsAsync<RequestFailedException>(act);
        Assert.Equal((status, code.ToString()), (failure.Status, failure.ErrorCode));
    }
}
