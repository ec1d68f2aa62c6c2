using TechPlan.EndToEnd.Tests.Support;
using TechPlan.Local.Hosting;

namespace TechPlan.Benchmarks;

/// <summary>
/// Table requests per transition, the dispatch of its mails included, by kind: the app's own, and apart from them those of the
/// orchestration engine and of the local mail services, which the app does not choose.
/// </summary>
internal static class TableRequestBenchmark
{
    public static async Task RunAsync()
    {
        await using var storage = await TestStorage.StartAsync();
        var port = FreePort.Find();
        await using var proxy = await CountingProxy.StartAsync(port, storage.Port);
        await using var app = await RunningApp.StartAsync(AzuriteOptions.OnPort(port).ConnectionString);
        var play = new TransitionPlay(app);
        foreach (var (kind, act) in play.Transitions)
        {
            await play.PrepareAsync(kind);
            await SettleAsync(proxy);
            await act();
            Print(kind, app.DataName, await SettleAsync(proxy));
        }
    }

    private static void Print(string kind, string dataName, IReadOnlyDictionary<string, int> counts)
    {
        var hub = counts.Where(count => count.Key.StartsWith($"{dataName}Hub", StringComparison.Ordinal)).ToList();
        var own = counts.Except(hub).Where(count => count.Key.StartsWith(dataName, StringComparison.Ordinal)).OrderBy(count => count.Key, StringComparer.Ordinal).ToList();
        var total = own.Sum(count => count.Value);
        var parts = string.Join(", ", own.Select(count => $"{count.Key[dataName.Length..]} {count.Value}"));
        Measured.Print($"{kind}: {total} table requests (at most 8) {(total <= 8 ? "ok" : "MISSED")} [{parts}]; engine and local mail: {hub.Sum(count => count.Value)}");
    }

    /// <summary>Waits until no request has come for a while, and gives those that had.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> SettleAsync(CountingProxy proxy)
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var quiet = 0; quiet < 5;)
        {
            await Task.Delay(100);
            var taken = proxy.Take();
            quiet = taken.Count == 0 ? quiet + 1 : 0;
            foreach (var (table, count) in taken)
            {
                all[table] = all.GetValueOrDefault(table) + count;
            }
        }

        return all;
    }
}
