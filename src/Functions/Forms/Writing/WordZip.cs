using System.IO.Compression;
using System.Text;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>
/// Packs parts into a Word file. The library's own packaging gives parts random names and writes the time of day into the zip; the same
/// form has to be the same bytes, so that whoever has it already need not fetch it again.
/// </summary>
internal static class WordZip
{
    // The earliest time that a zip can hold.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    internal static byte[] Pack(params ReadOnlySpan<(string Name, string Xml)> parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, xml) in parts)
            {
                var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
                entry.LastWriteTime = Always;
                using var part = entry.Open();
                part.Write(Encoding.UTF8.GetBytes("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""" + xml));
            }
        }

        return file.ToArray();
    }
}
