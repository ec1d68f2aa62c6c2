using System.Diagnostics;
using System.Globalization;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.Benchmarks;

/// <summary>From the start of the process to the first 200 on /health, against an empty Kestrel app. Azurite runs already.</summary>
internal static class StartBenchmark
{
    private const int Runs = 11;

    public static async Task RunAsync()
    {
        await using var storage = await TestStorage.StartAsync();
        await using var app = await RunningApp.StartAsync(storage.ConnectionString);
        app.Kill();

        // In turn, so that both meet the same machine.
        var (ours, floor) = (new List<double>(), new List<double>());
        for (var run = 0; run < Runs; run++)
        {
            ours.Add(await Measured.MedianAsync(1, app.StartAgainAsync));
            app.Kill();
            floor.Add(await EmptyAppAsync());
        }

        Measured.PrintRatio("Start to the first 200 on /health", Median(ours), "an empty Kestrel app", Median(floor), 2);
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static async Task<double> EmptyAppAsync()
    {
        var port = FreePort.Find().ToString(CultureInfo.InvariantCulture);
        using var http = new HttpClient { BaseAddress = new Uri($"http://localhost:{port}") };
        var watch = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "TechPlan.Benchmarks.dll"), "empty-app", port])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        })!;
        while (!await AnswersAsync(http))
        {
            await Task.Delay(20);
        }

        var elapsed = Stopwatch.GetElapsedTime(watch).TotalMilliseconds;
        process.Kill();
        await process.WaitForExitAsync();
        return elapsed;
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/health", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
