using System.IO.Compression;

namespace TechPlan.Functions.Tests.Forms.Fuzz;

/// <summary>
/// Broken copies of sound files, always the same ones: mutant 4711 of a seed is the same on every machine, so a failure names two
/// numbers and is found again by them.
/// </summary>
/// <param name="sound">Files of one kind; each mutant is made of one of them, or of two.</param>
/// <param name="words">What a file of that kind is made of, such as <c>endobj</c>: put where it does not belong, it breaks more than a bit does.</param>
public sealed class Mutations(IReadOnlyList<byte[]> sound, int seed = Mutations.DefaultSeed, params string[] words)
{
    public const int DefaultSeed = 20091008;
    private const int LargestMutant = 4 * 1024 * 1024;

    private static readonly byte[][] InterestingValues =
        [[0], [0xFF], [0xFF, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0x7F], [0, 0, 0, 0x80], "-1"u8.ToArray(), "4294967296"u8.ToArray(), "99999999999999999999"u8.ToArray(), "\u2028\u202E\uFEFF"u8.ToArray()];

    private readonly byte[][] interesting = [.. InterestingValues, .. words.Select(System.Text.Encoding.UTF8.GetBytes)];

    public int Seed => seed;

    public byte[] Mutant(int number)
    {
        var random = Dice(number);
        var file = Pick(random);
        for (var left = 1 + random.Next(4); left > 0; left--)
        {
            file = Mutate(file, random);
        }

        return file;
    }

    /// <summary>The mutant of a zip file in which one part is broken and the zip around it is sound: a broken zip is refused before anybody looks inside.</summary>
    public byte[] MutantInsideZip(int number)
    {
        var random = Dice(number);
        var copy = new MemoryStream();
        copy.Write(Pick(random));
        using (var zip = new ZipArchive(copy, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = zip.Entries[random.Next(zip.Entries.Count)];
            var broken = Content(part);
            for (var left = 1 + random.Next(4); left > 0; left--)
            {
                broken = Mutate(broken, random);
            }

            Replace(zip, part, broken);
        }

        return copy.ToArray();
    }

    // Not string.GetHashCode or HashCode: those differ from run to run.
    private Random Dice(int number) => new(unchecked((seed * 1_000_003) + number));

    private byte[] Pick(Random random) => sound[random.Next(sound.Count)];

    private byte[] Mutate(byte[] file, Random random) => file.Length < 2 ? file : random.Next(9) switch
    {
        0 or 1 => FlipBits(file, random),
        2 => file[..random.Next(1, file.Length)],
        3 => Duplicate(file, random),
        4 => Delete(file, random),
        5 => Splice(file, Pick(random), random),
        6 => Overwrite(file, random),
        7 => Insert(file, random),
        _ => Swap(file, random),
    };

    private static byte[] FlipBits(byte[] file, Random random)
    {
        var copy = file.ToArray();
        for (var left = 1 << random.Next(6); left > 0; left--)
        {
            copy[random.Next(copy.Length)] ^= (byte)(1 << random.Next(8));
        }

        return copy;
    }

    // Mostly once; now and then so often that nesting and counts run out of hand.
    private static byte[] Duplicate(byte[] file, Random random)
    {
        var (start, length) = Chunk(file, random);
        var times = random.Next(8) == 0 ? 1 << random.Next(12) : 1;
        times = Math.Min(times, (LargestMutant / length) + 1);
        var chunk = file.AsSpan(start, length);
        var grown = new byte[file.Length + (length * times)];
        file.AsSpan(0, start).CopyTo(grown);
        for (var copy = 0; copy < times; copy++)
        {
            chunk.CopyTo(grown.AsSpan(start + (copy * length)));
        }

        file.AsSpan(start).CopyTo(grown.AsSpan(start + (length * times)));
        return grown;
    }

    private static byte[] Delete(byte[] file, Random random)
    {
        var (start, length) = Chunk(file, random);
        return [.. file.AsSpan(0, start), .. file.AsSpan(start + length)];
    }

    private static byte[] Splice(byte[] file, byte[] other, Random random) =>
        [.. file.AsSpan(0, random.Next(file.Length)), .. other.AsSpan(random.Next(other.Length))];

    private byte[] Overwrite(byte[] file, Random random)
    {
        var value = interesting[random.Next(interesting.Length)];
        var copy = file.ToArray();
        var at = random.Next(copy.Length);
        value.AsSpan(0, Math.Min(value.Length, copy.Length - at)).CopyTo(copy.AsSpan(at));
        return copy;
    }

    private byte[] Insert(byte[] file, Random random)
    {
        var at = random.Next(file.Length);
        return [.. file.AsSpan(0, at), .. interesting[random.Next(interesting.Length)], .. file.AsSpan(at)];
    }

    private static byte[] Swap(byte[] file, Random random)
    {
        var (start, length) = Chunk(file, random);
        var to = random.Next(file.Length - length + 1);
        var copy = file.ToArray();
        file.AsSpan(start, length).CopyTo(copy.AsSpan(to));
        file.AsSpan(to, length).CopyTo(copy.AsSpan(start));
        return copy;
    }

    private static (int Start, int Length) Chunk(byte[] file, Random random)
    {
        var length = 1 + random.Next(Math.Min(file.Length, 1 << random.Next(14)));
        return (random.Next(file.Length - length + 1), length);
    }

    private static byte[] Content(ZipArchiveEntry part)
    {
        using var from = part.Open();
        var to = new MemoryStream();
        from.CopyTo(to);
        return to.ToArray();
    }

    private static void Replace(ZipArchive zip, ZipArchiveEntry part, byte[] content)
    {
        var name = part.FullName;
        part.Delete();
        using var to = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
        to.Write(content);
    }
}
