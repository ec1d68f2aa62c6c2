using System.Diagnostics;
using System.Globalization;

namespace TechPlan.Benchmarks;

internal static class Measured
{
    /// <summary>The median of some runs, in milliseconds.</summary>
    public static async Task<double> MedianAsync(int runs, Func<Task> action)
    {
        var times = new List<double>(runs);
        for (var run = 0; run < runs; run++)
        {
            var watch = Stopwatch.GetTimestamp();
            await action();
            times.Add(Stopwatch.GetElapsedTime(watch).TotalMilliseconds);
        }

        times.Sort();
        return times[runs / 2];
    }

    public static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>One line: what was measured, its floor, the ratio and what it may be.</summary>
    public static void PrintRatio(string what, double value, string floorName, double floor, double limit)
    {
        var ratio = value / floor;
        Print($"{what}: {value:0.000} ms; {floorName}: {floor:0.000} ms; ratio {ratio:0.00} (at most {limit:0.0}) {(ratio <= limit ? "ok" : "MISSED")}");
    }
}
