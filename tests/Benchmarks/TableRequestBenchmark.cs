using TechPlan.EndToEnd.Tests.Support;
using TechPlan.Local.Hosting;

namespace TechPlan.Benchmarks;

/// <summary>
/// Table requests per transition, the dispatch of its mails included, by kind: the app's own, and apart from them those of the
/// orchestration engine and of the local mail services, which the app does not choose. A request belongs to a transition when it
/// names its mini-grant; what is read for all of them now and then (the directory, the sweep) is no part of it.
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
            Print(kind, app.DataName, [.. (await SettleAsync(proxy)).Where(request => request.Said.Contains(play.Id, StringComparison.Ordinal))]);
        }
    }

    private static void Print(string kind, string dataName, List<TableRequest> requests)
    {
        var engine = requests.Count(request => request.Table.StartsWith($"{dataName}Hub", StringComparison.Ordinal));
        var own = requests.Where(request => !request.Table.StartsWith($"{dataName}Hub", StringComparison.Ordinal)).ToList();
        var parts = string.Join(", ", own.CountBy(request => request.Table[dataName.Length..]).Select(count => $"{count.Key} {count.Value}"));
        Measured.Print($"{kind}: {own.Count} table requests (at most 8) {(own.Count <= 8 ? "ok" : "MISSED")} [{parts}]; engine and local mail: {engine}");
    }

    /// <summary>Waits until no request has come for a while, and gives those that had.</summary>
    private static async Task<List<TableRequest>> SettleAsync(CountingProxy proxy)
    {
        var all = new List<TableRequest>();
        for (var quiet = 0; quiet < 20;)
        {
            await Task.Delay(100);
            var taken = proxy.Take();
            quiet = taken.Count == 0 ? quiet + 1 : 0;
            all.AddRange(taken);
        }

        return all;
    }
}
