using System.Diagnostics;
using System.Net.Http.Json;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.Benchmarks;

/// <summary>
/// Two hundred mails with the Word form at once: how long until every request is filed and answered, and how hard Graph was asked.
/// The floor is what no reader of a mailbox can do without: each message fetched with its file and moved, four requests at a time.
/// </summary>
internal static class MailBenchmark
{
    private const int Mails = 200;
    private const int MostAtOnce = 4;
    private const double MostTimesTheFloor = 40;

    private const string Bare = "bare@example.org";

    public static async Task RunAsync()
    {
        await using var storage = await TestStorage.StartAsync();
        await using var app = await RunningApp.StartAsync(storage.ConnectionString);
        var mails = await WriteAsync(app);
        var floor = await BareAsync(app, mails);

        var (mailbox, inbox) = (new Mailbox(app), new Inbox(app));
        await mailbox.MeasureAsync(latencyMilliseconds: 0);
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(mails.Select(mailbox.DeliverAsync));
        // The list of all letters costs the app far more than that of the mails, so it is asked for only at the end.
        await SettledAsync(app, async () => (await mailbox.AllAsync()).All(mail => mail.Folder == Mailbox.Processed));
        await SettledAsync(app, async () => (await inbox.AllAsync()).Length >= 2 * Mails);
        var seconds = watch.Elapsed.TotalSeconds;
        var seen = await mailbox.StatisticsAsync();

        Measured.PrintRatio($"{Mails} mails, filed and answered", seconds * 1000, "their messages fetched and moved", floor, MostTimesTheFloor);
        Measured.Print($"{Mails / seconds:0.0} mails a second, {(double)seen.Requests / Mails:0.0} requests to Graph a mail; at once at most {seen.HighestConcurrency} (at most {MostAtOnce}) {(seen.HighestConcurrency <= MostAtOnce ? "ok" : "MISSED")}, {seen.Throttled} refused with 429 (none) {(seen.Throttled == 0 ? "ok" : "MISSED")}");
    }

    /// <summary>Every mail is an ITL's of another school and session, as far as the schools go.</summary>
    private static async Task<Eml[]> WriteAsync(RunningApp app)
    {
        var (form, now, schools) = (await WordRequest.DownloadAsync(app), await new Clock(app).NowAsync(), District.InProgram.Where(school => school != SampleRequest.Partner).ToArray());
        return [.. Enumerable.Range(0, Mails).Select(nth =>
        {
            var school = schools[nth % schools.Length];
            return Eml.WithForm(District.ItlOf(school).Email, $"Request {nth}", form.Filled(SampleRequest.Of(school, $"Request {nth} of {school}", now)));
        })];
    }

    /// <summary>The same mails in a mailbox that nobody reads.</summary>
    private static async Task<double> BareAsync(RunningApp app, Eml[] mails)
    {
        var mailbox = new Mailbox(app, Bare);
        var ids = await Task.WhenAll(mails.Select(mailbox.DeliverAsync));
        var user = $"/local/graph/v1.0/users/{Bare}";
        using var made = await app.Http.PostAsJsonAsync($"{user}/mailFolders", new { displayName = "Done" });
        made.EnsureSuccessStatusCode();
        var folder = (await made.Content.ReadFromJsonAsync<Folder>())!.Id;
        var watch = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = MostAtOnce }, async (id, cancellation) =>
        {
            await app.Http.GetByteArrayAsync(new Uri($"{user}/messages/{id}", UriKind.Relative), cancellation);
            await app.Http.GetByteArrayAsync(new Uri($"{user}/messages/{id}/$value", UriKind.Relative), cancellation);
            using var moved = await app.Http.PostAsJsonAsync($"{user}/messages/{id}/move", new { destinationId = folder }, cancellation);
            moved.EnsureSuccessStatusCode();
        });
        return Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
    }

    private static async Task SettledAsync(RunningApp app, Func<Task<bool>> isDone)
    {
        var limit = Stopwatch.StartNew();
        while (!await isDone())
        {
            if (limit.Elapsed > TimeSpan.FromMinutes(10))
            {
                throw new TimeoutException($"Not every mail was handled.{Environment.NewLine}{app.Output}");
            }

            await Task.Delay(500);
        }
    }

    private sealed record Folder(string Id);
}
