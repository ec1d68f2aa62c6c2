using TechPlan.Benchmarks;

// The floor for starting: an app that does nothing, run as a process of its own.
if (args is ["empty-app", var port])
{
    await EmptyApp.RunAsync(port);
    return;
}

var benchmarks = new Dictionary<string, Func<Task>>
{
    ["decide"] = DecideBenchmark.RunAsync,
    ["start"] = StartBenchmark.RunAsync,
    ["submit"] = SubmitBenchmark.RunAsync,
    ["mails"] = MailBenchmark.RunAsync,
    ["requests"] = TableRequestBenchmark.RunAsync,
    ["year"] = YearBenchmark.RunAsync,
};

foreach (var name in args.Length == 0 ? [.. benchmarks.Keys] : args)
{
    if (!benchmarks.TryGetValue(name, out var run))
    {
        Console.Error.WriteLine($"There is no benchmark '{name}'. There are: {string.Join(", ", benchmarks.Keys)}.");
        Environment.ExitCode = 1;
        return;
    }

    await run();
}
