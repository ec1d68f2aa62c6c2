using System.Text;
using Azure.Data.Tables;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.Benchmarks;

/// <summary>The median of POST /api/mini-grants against a bare insert of the same bytes.</summary>
internal static class SubmitBenchmark
{
    private const int WarmUp = 60;
    private const int Runs = 200;

    public static async Task RunAsync()
    {
        await using var storage = await TestStorage.StartAsync();
        await using var app = await RunningApp.StartAsync(storage.ConnectionString);
        var table = new TableServiceClient(storage.ConnectionString).GetTableClient("BareInserts");
        await table.CreateIfNotExistsAsync();
        var webhook = new Webhook(app);
        var request = SampleRequest.For(DateTimeOffset.UtcNow).ToJsonString();
        var bytes = Encoding.UTF8.GetBytes(request);

        await Measured.MedianAsync(WarmUp, () => SubmitAsync(webhook, request));
        await Measured.MedianAsync(WarmUp, () => InsertAsync(table, bytes));
        await SettledAsync(app, WarmUp);

        // In small turns, each after the work that the last one caused is done: what is measured is the answer, not the queue behind it.
        var (ours, floor) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            ours.Add(await Measured.MedianAsync(1, () => SubmitAsync(webhook, request)));
            await SettledAsync(app, WarmUp + run + 1);
            floor.Add(await Measured.MedianAsync(1, () => InsertAsync(table, bytes)));
        }

        Measured.PrintRatio("POST /api/mini-grants, median", Median(ours), "a bare insert of the same bytes", Median(floor), 2.5);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task SubmitAsync(Webhook webhook, string request)
    {
        using var answer = await webhook.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }

    private static Task InsertAsync(TableClient table, byte[] bytes) =>
        table.AddEntityAsync(new TableEntity("bare", Guid.NewGuid().ToString("N")) { ["Body"] = bytes });

    /// <summary>Every request leads to two mails: one to the lead ITL, one to the specialist.</summary>
    private static async Task SettledAsync(RunningApp app, int requests)
    {
        var inbox = new Inbox(app);
        await Eventually.HoldsAsync(async () => (await inbox.AllAsync()).Length >= 2 * requests, () => Task.FromResult("The mails did not go out."));
    }
}
