using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Tables;

[Collection(AzuriteTests.Name)]
public sealed class TransactionTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_hundred_rows_are_written_in_one_request_each_with_its_version()
    {
        var probe = new RequestProbe();
        var table = await azurite.NewTableAsync(Options.With(probe));
        var before = probe.Requests.Count;
        var responses = (await table.SubmitTransactionAsync(Adds(0, 100))).Value;

        Assert.Equal(1, probe.Requests.Count - before);
        Assert.Equal(100, responses.Count);
        var stored = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(stored.Select(x => (ETag?)x.ETag), responses.Select(x => x.Headers.ETag));
    }

    [Fact]
    public async Task Every_kind_of_action_does_what_it_says()
    {
        var table = await azurite.NewTableAsync();
        foreach (var key in (string[])["merge", "replace", "gone", "upmerge", "upreplace"])
        {
            await table.AddEntityAsync(new TableEntity("p", key) { ["Old"] = 1 });
        }

        await table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, New("added")),
            new(TableTransactionActionType.UpdateMerge, New("merge"), ETag.All),
            new(TableTransactionActionType.UpdateReplace, New("replace"), ETag.All),
            new(TableTransactionActionType.Delete, New("gone")),
            new(TableTransactionActionType.UpsertMerge, New("upmerge")),
            new(TableTransactionActionType.UpsertReplace, New("upreplace")),
        ]);

        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal(["added", "merge", "replace", "upmerge", "upreplace"], rows.Select(x => x.RowKey));
        Assert.All(rows, x => Assert.Equal(2, x.GetInt32("New")));
        Assert.Equal(["merge", "upmerge"], rows.Where(x => x.ContainsKey("Old")).Select(x => x.RowKey));

        static TableEntity New(string key) => new("p", key) { ["New"] = 2 };
    }

    [Fact]
    public async Task One_conflict_undoes_everything_and_is_named_by_its_place()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "00003"));
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Adds(0, 5)));
        Assert.Equal(3, failure.FailedTransactionActionIndex);
        Assert.Equal((409, TableErrorCode.EntityAlreadyExists.ToString()), (failure.Status, failure.ErrorCode));
        Assert.Single(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task A_stale_version_undoes_everything()
    {
        var table = await azurite.NewTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "state"));
        var version = (await table.GetEntityAsync<TableEntity>("p", "state")).Value.ETag;
        await table.UpdateEntityAsync(new TableEntity("p", "state") { ["By"] = "another" }, version);

        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
        [
            new(TableTransactionActionType.Add, new TableEntity("p", "event")),
            new(TableTransactionActionType.UpdateReplace, new TableEntity("p", "state"), version),
        ]));
        Assert.Equal((412, 1), (failure.Status, failure.FailedTransactionActionIndex));
        Assert.Equal(failure.ErrorCode, TableErrorCode.UpdateConditionNotSatisfied.ToString());
        Assert.False((await table.GetEntityIfExistsAsync<TableEntity>("p", "event")).HasValue);
    }

    [Fact]
    public async Task More_than_a_hundred_actions_are_refused()
    {
        var table = await azurite.NewTableAsync();
        var failure = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(Adds(0, 101)));
        Assert.Equal(400, failure.Status);
    }

    [Fact]
    public async Task More_than_four_mebibytes_are_refused_and_nothing_is_written()
    {
        var table = await azurite.NewTableAsync();
        var half = new string('x', 30_000);
        var actions = Enumerable.Range(0, 75).Select(i => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity("p", $"{i}") { ["A"] = half, ["B"] = half }));
        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => table.SubmitTransactionAsync(actions));
        Assert.Equal(413, failure.Status);
        Assert.Empty(await table.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task Nearly_four_mebibytes_are_written()
    {
        var table = await azurite.NewTableAsync();
        var half = new string('x', 30_000);
        var actions = Enumerable.Range(0, 65).Select(i => new TableTransactionAction(
            TableTransactionActionType.Add, new TableEntity("p", $"{i}") { ["A"] = half, ["B"] = half }));
        Assert.Equal(65, (await table.SubmitTransactionAsync(actions)).Value.Count);
    }

    [Fact]
    public async Task A_transaction_without_actions_is_a_mistake() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => azurite.Service().GetTableClient("any").SubmitTransactionAsync([]));

    private static IEnumerable<TableTransactionAction> Adds(int from, int count) =>
        Enumerable.Range(from, count).Select(i => new TableTransactionAction(
            TableTransactionActionType.Add,
            new TableEntity("p", i.ToString("00000", System.Globalization.CultureInfo.InvariantCulture)) { ["Number"] = i }));
}
