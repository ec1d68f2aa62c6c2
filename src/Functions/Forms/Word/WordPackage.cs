using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Xml.Linq;

namespace TechPlan.Functions.Forms.Word;

/// <summary>
/// The parts of a Word file, unpacked within an <see cref="Allowance"/> and only when they are asked for. Pictures, macros and whatever
/// else lies in the file are never unpacked, and an address outside the file is never opened.
/// </summary>
internal sealed class WordPackage : IDisposable
{
    private const string ContentTypes = "[Content_Types].xml";

    private readonly ZipArchive _zip;
    private readonly Allowance _allowance;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);

    private WordPackage(ZipArchive zip, Allowance allowance)
    {
        (_zip, _allowance) = (zip, allowance);
        foreach (var part in zip.Entries)
        {
            _parts.TryAdd(part.FullName.Replace('\\', '/').TrimStart('/'), part);
        }
    }

    /// <summary>Whether any part needs a password.</summary>
    internal bool IsProtected => _zip.Entries.Any(part => part.IsEncrypted);

    /// <summary>Whether the file brings a program along, or says that it may.</summary>
    internal bool HasMacro =>
        _parts.Keys.Any(name => name.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase))
        || Load(ContentTypes) is { } types && types.Descendants().Attributes("ContentType").Any(IsMacro);

    /// <summary>Null when the file holds more than is looked into.</summary>
    /// <exception cref="InvalidDataException">It is no zip file, or a broken one.</exception>
    internal static WordPackage? Open(ReadOnlyMemory<byte> file, Allowance allowance)
    {
        if (file.Span.Count(DirectoryRecord) > Allowance.MostParts)
        {
            return null;
        }

        var package = new WordPackage(new ZipArchive(AsStream(file), ZipArchiveMode.Read), allowance);
        if (package.DeclaredBytes <= Allowance.MostDeclaredBytes)
        {
            return package;
        }

        package.Dispose();
        return null;
    }

    /// <summary>A part's content; null when there is none of this name, or when it is more than the allowance has left.</summary>
    internal XElement? Load(string name) =>
        _parts.TryGetValue(name, out var part) && Unpack(part) is { } content ? PartXml.Load(content, _allowance) : null;

    /// <summary>The parts that a part leads to, by the id of the relationship; those outside the file are left out.</summary>
    internal IReadOnlyList<Relationship> Relationships(string name)
    {
        var slash = name.LastIndexOf('/') + 1;
        return Load($"{name[..slash]}_rels/{name[slash..]}.rels") is { } all ? [.. Relationship.ReadAll(all, folder: name[..slash])] : [];
    }

    public void Dispose() => _zip.Dispose();

    /// <summary>What begins each record of a zip file's directory: the records are counted before an object is made of each.</summary>
    private static ReadOnlySpan<byte> DirectoryRecord => "PK\x01\x02"u8;

    // In floating point, since the sizes are the file's own claims and their sum may pass any integer.
    private double DeclaredBytes => _zip.Entries.Sum(part => part.Length < 0 ? double.MaxValue : part.Length);

    private static bool IsMacro(XAttribute type) => type.Value.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase);

    private byte[]? Unpack(ZipArchiveEntry part)
    {
        using var packed = part.Open();
        using var unpacked = new MemoryStream();
        var chunk = new byte[16 * 1024];
        while (packed.Read(chunk) is > 0 and var count)
        {
            if (!_allowance.Bytes(count))
            {
                return null;
            }

            unpacked.Write(chunk, 0, count);
        }

        return unpacked.ToArray();
    }

    private static MemoryStream AsStream(ReadOnlyMemory<byte> file) => MemoryMarshal.TryGetArray(file, out var bytes)
        ? new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false)
        : new MemoryStream(file.ToArray(), writable: false);
}
