using System.Buffers.Binary;
using System.IO.Compression;

namespace TechPlan.Functions.Tests.Forms.Word;

/// <summary>Zip files as no honest program writes them.</summary>
internal static class Zips
{
    private const int LocalFlags = 6;
    private const int LocalMethod = 8;
    private const int LocalSize = 22;
    private const int DirectoryFlags = 8;
    private const int DirectoryMethod = 10;
    private const int DirectorySize = 24;
    private const byte Deflated = 8;

    public static byte[] Of(params (string Name, byte[] Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        }

        return file.ToArray();
    }

    /// <summary>A file of ten megabytes, three parts of which unpack to more than three gigabytes each.</summary>
    /// <param name="declared">How large each part says that it is.</param>
    public static byte[] Bomb(uint declared)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var name in (string[])["[Content_Types].xml", "_rels/.rels", "word/document.xml"])
            {
                using var part = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
                Deflate3Gigabytes(part);
            }
        }

        var bytes = file.ToArray();
        DeclareSizes(bytes, declared);
        InEachRecord(bytes, LocalMethod, DirectoryMethod, place => bytes[place] = Deflated);
        return bytes;
    }

    /// <summary>The first megabytes of blanks are packed; then the packed bytes are repeated, since nothing in them depends on where they stand.</summary>
    private static void Deflate3Gigabytes(Stream part)
    {
        const int repetitions = 50;
        var blanks = new byte[64 * 1024 * 1024];
        blanks.AsSpan().Fill((byte)' ');
        using var packed = new MemoryStream();
        using var packer = new DeflateStream(packed, CompressionLevel.SmallestSize);
        packer.Write(blanks);
        packer.Flush();
        var first = (int)packed.Length;
        packer.Write(blanks);
        packer.Flush();
        part.Write(packed.GetBuffer(), 0, first);
        for (var left = repetitions - 1; left > 0; left--)
        {
            part.Write(packed.GetBuffer(), first, (int)packed.Length - first);
        }

        part.Write([3, 0]);
    }

    /// <summary>Lets every part claim a size.</summary>
    public static void DeclareSizes(byte[] zip, uint size) =>
        InEachRecord(zip, LocalSize, DirectorySize, place => BinaryPrimitives.WriteUInt32LittleEndian(zip.AsSpan(place), size));

    /// <summary>Marks every part as one that needs a password.</summary>
    public static void MarkEncrypted(byte[] zip) => InEachRecord(zip, LocalFlags, DirectoryFlags, place => zip[place] |= 1);

    private static void InEachRecord(byte[] zip, int inLocal, int inDirectory, Action<int> change)
    {
        for (var at = 0; at < zip.Length - 4; at++)
        {
            switch (zip.AsSpan(at, 4))
            {
                case [(byte)'P', (byte)'K', 3, 4]:
                    change(at + inLocal);
                    break;
                case [(byte)'P', (byte)'K', 1, 2]:
                    change(at + inDirectory);
                    break;
            }
        }
    }
}
