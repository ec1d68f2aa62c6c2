using Azure;
using Azure.Data.Tables;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Tables;

[Collection(AzuriteTests.Name)]
public sealed class QueryTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task More_than_a_thousand_rows_come_over_pages_in_order_and_once()
    {
        var table = await azurite.NewTableAsync();
        await FillAsync(table, 1150);
        var pages = await table.QueryAsync<TableEntity>().AsPages().ToListAsync();
        Assert.Equal([1000, 150], pages.Select(x => x.Values.Count));
        Assert.Equal(Enumerable.Range(0, 1150).Select(RowKey), pages.SelectMany(x => x.Values).Select(x => x.RowKey));
    }

    [Fact]
    public async Task A_page_is_as_large_as_asked_and_reading_goes_on_from_its_token()
    {
        var table = await azurite.NewTableAsync();
        await FillAsync(table, 25);
        var first = await table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages().FirstAsync();
        Assert.Equal(10, first.Values.Count);
        var rest = await table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages(first.ContinuationToken).ToListAsync();
        Assert.Equal([10, 5], rest.Select(x => x.Values.Count));
    }

    [Fact]
    public async Task An_empty_page_with_a_token_does_not_end_the_reading()
    {
        var table = azurite.Service(Options.With(new RequestProbe { Answer = EmptyThenFull })).GetTableClient("any");
        var rows = await table.QueryAsync<TableEntity>().ToListAsync();
        Assert.Equal("r", Assert.Single(rows).RowKey);

        static Response EmptyThenFull(Azure.Core.HttpMessage message) =>
            message.Request.Uri.Query.Contains("NextPartitionKey=1%21x", StringComparison.Ordinal)
                ? Json("""{"value":[{"PartitionKey":"p","RowKey":"r"}]}""")
                : Json("""{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!x"));
    }

    [Fact]
    public async Task Only_selected_columns_of_matching_rows_come()
    {
        var table = await azurite.NewTableAsync();
        await FillAsync(table, 20);
        var rows = await table.QueryAsync<TableEntity>(
            TableClient.CreateQueryFilter($"PartitionKey eq {"p"} and RowKey ge {RowKey(15)} and Number lt {18}"),
            select: ["RowKey", "Number"]).ToListAsync();
        Assert.Equal([15, 16, 17], rows.Select(x => x.GetInt32("Number")!.Value));
        Assert.All(rows, x => Assert.Null(x.PartitionKey));
    }

    [Fact]
    public async Task Reading_stops_when_cancelled()
    {
        var table = await azurite.NewTableAsync();
        await FillAsync(table, 3);
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            async () => await table.QueryAsync<TableEntity>(cancellationToken: cancelled.Token).ToListAsync());
    }

    private static CannedResponse Json(string body, params (string Name, string Value)[] headers) =>
        new(200, headers) { ContentStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(body), 0, body.Length, false, true) };

    private static string RowKey(int number) => number.ToString("00000", System.Globalization.CultureInfo.InvariantCulture);

    private static async Task FillAsync(TableClient table, int count)
    {
        foreach (var chunk in Enumerable.Range(0, count).Chunk(100))
        {
            await table.SubmitTransactionAsync(chunk.Select(i => new TableTransactionAction(
                TableTransactionActionType.Add, new TableEntity("p", RowKey(i)) { ["Number"] = i })));
        }
    }
}
