using System.Diagnostics;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.Benchmarks;

/// <summary>A district's year through the running app, with the clock moved: 600 mini-grants, 9,000 registrations.</summary>
internal static class YearBenchmark
{
    private const int Weeks = 30;
    private const int PerWeek = 20;
    private const int PeoplePerSession = 15;

    public static async Task RunAsync()
    {
        await using var storage = await TestStorage.StartAsync();
        await using var app = await RunningApp.StartAsync(storage.ConnectionString);
        var watch = Stopwatch.StartNew();
        var clock = new Clock(app);
        var start = await clock.NowAsync();
        for (var week = 0; week < Weeks; week++)
        {
            await PlayWeekAsync(app, await clock.NowAsync());
            await clock.MoveToAsync(start.AddDays(7 * (week + 1)));
            Measured.Print($"  week {week + 1} of {Weeks}: {watch.Elapsed.TotalMinutes:0.0} minutes, {app.WorkingSetMegabytes} MiB");
        }

        await clock.MoveToAsync(start.AddDays(7 * (Weeks + 6)));
        var mails = await new Inbox(app).AllAsync();
        var confirmed = mails.Count(mail => mail.To.Contains(District.ItlOf("School 012").Email) && mail.Subject.Contains("confirmed", StringComparison.OrdinalIgnoreCase));
        Measured.Print($"A year of {Weeks * PerWeek} mini-grants and {Weeks * PerWeek * PeoplePerSession} registrations: {watch.Elapsed.TotalMinutes:0.0} minutes, {app.WorkingSetMegabytes} MiB at the end; {confirmed} confirmed, {mails.Length} mails");
    }

    private static async Task PlayWeekAsync(RunningApp app, DateTimeOffset now)
    {
        var inbox = new Inbox(app);
        await Parallel.ForEachAsync(Enumerable.Range(0, PerWeek), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (_, _) =>
        {
            var grant = await new Webhook(app).SubmitAsync(SampleRequest.For(now));
            var review = await inbox.WaitForAsync(District.SpecialistOf("School 012").Email, grant.Id);
            using var approved = await app.PostAsync(review.Link("/review/"), ("decision", "approve"), ("note", ""));
            for (var nth = 0; nth < PeoplePerSession; nth++)
            {
                using var registered = await app.RegisterAsync(grant.Id, nth);
            }
        });
    }
}
