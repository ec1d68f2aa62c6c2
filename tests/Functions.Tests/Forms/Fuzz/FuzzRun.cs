using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace TechPlan.Functions.Tests.Forms.Fuzz;

/// <summary>Shows mutant after mutant to a reader: none may throw, none may take more than two seconds or more memory than a form can be worth.</summary>
/// <remarks><c>FUZZ=100000 dotnet test --filter Fuzz</c> plays that many; <c>FUZZ_FROM</c> begins at another number than 0, and <c>FUZZ_SEED</c> plays others.</remarks>
public sealed class FuzzRun(ITestOutputHelper output)
{
    public const int MostMilliseconds = 2000;
    public const long MostBytes = 512L * 1024 * 1024;
    private const int HangsAfterMilliseconds = 120_000;

    private readonly Lock hand = new();
    private (int Number, byte[] Mutant, long Since) current;
    private (int Number, double Milliseconds) slowest;
    private (int Number, long Bytes) largest;
    private string? failure;

    public static int Seed => Setting("FUZZ_SEED", Mutations.DefaultSeed);

    /// <param name="mutant">Makes the mutant of a number: <see cref="Mutations.Mutant"/> or <see cref="Mutations.MutantInsideZip"/>.</param>
    /// <param name="read">What is under test; what it returns is nobody's business here.</param>
    public void Play(Func<int, byte[]> mutant, Action<byte[]> read, int byDefault = 2000)
    {
        var (first, count) = (Setting("FUZZ_FROM", 0), Setting("FUZZ", byDefault));
        var reading = new Thread(() => ReadAll(mutant, read, Enumerable.Range(first, count))) { IsBackground = true };
        reading.Start();
        while (!reading.Join(millisecondsTimeout: 200))
        {
            LookForHang();
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"seed {Seed}: {count} mutants from {first}, slowest {slowest.Milliseconds:F0} ms (no. {slowest.Number}), most memory taken {largest.Bytes / 1048576.0:F0} MB (no. {largest.Number}), process peak {PeakMegabytes} MB"));
        Assert.Null(failure);
    }

    private static long PeakMegabytes
    {
        get
        {
            using var process = Process.GetCurrentProcess();
            return process.PeakWorkingSet64 / 1048576;
        }
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private void ReadAll(Func<int, byte[]> mutant, Action<byte[]> read, IEnumerable<int> numbers)
    {
        foreach (var number in numbers.TakeWhile(_ => failure is null))
        {
            var file = mutant(number);
            lock (hand)
            {
                current = (number, file, Stopwatch.GetTimestamp());
            }

            ReadOne(number, file, read);
        }
    }

    private void ReadOne(int number, byte[] file, Action<byte[]> read)
    {
        var (milliseconds, bytes) = Measure(file, read, number);
        // What was slow once may have paid for compiling or collecting: it has a second try.
        if (milliseconds > MostMilliseconds && failure is null)
        {
            milliseconds = Math.Min(milliseconds, Measure(file, read, number).Milliseconds);
        }

        if (milliseconds > slowest.Milliseconds)
        {
            slowest = (number, milliseconds);
        }

        if (bytes > largest.Bytes)
        {
            largest = (number, bytes);
        }

        if (milliseconds > MostMilliseconds)
        {
            Fail(number, file, $"took {milliseconds:F0} ms");
        }

        if (bytes > MostBytes)
        {
            Fail(number, file, $"took {bytes / 1048576} MB");
        }
    }

    // The process's time at work, since a busy machine is not a slow reader; and bytes taken, not bytes held at one time: an upper bound
    // that needs no sampling. Both count whatever thread the reader works on.
    private (double Milliseconds, long Bytes) Measure(byte[] file, Action<byte[]> read, int number)
    {
        var bytes = GC.GetTotalAllocatedBytes();
        var start = Environment.CpuUsage.TotalTime;
        try
        {
            read(file);
        }
        catch (Exception thrown) when (thrown is not OutOfMemoryException)
        {
            Fail(number, file, $"threw {thrown}");
        }

        return ((Environment.CpuUsage.TotalTime - start).TotalMilliseconds, GC.GetTotalAllocatedBytes() - bytes);
    }

    private void LookForHang()
    {
        lock (hand)
        {
            if (current.Mutant is null || Stopwatch.GetElapsedTime(current.Since).TotalMilliseconds < HangsAfterMilliseconds)
            {
                return;
            }
        }

        Fail(current.Number, current.Mutant, "never came back");
        Assert.Fail(failure);
    }

    private void Fail(int number, byte[] file, string what)
    {
        var kept = Path.Combine(Path.GetTempPath(), $"fuzz-{Seed}-{number}.bin");
        File.WriteAllBytes(kept, file);
        failure ??= $"Mutant {number} of seed {Seed} ({kept}) {what}";
    }
}
