using System.Text;

namespace TechPlan.Functions.Forms.Reading;

/// <summary>Says what a file is that nothing here can read, by its first bytes.</summary>
internal static class OtherFiles
{
    /// <summary>Which answer its sender should get.</summary>
    internal static UnreadableFile WhyNot(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty)
        {
            return UnreadableFile.Damaged;
        }

        return file.StartsWith(CompoundFile) ? KindOfCompound(file) : IsPicture(file) ? UnreadableFile.Picture : UnreadableFile.OtherKind;
    }

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>
    /// Office's files before 2007 are compound files, and so is the envelope around a newer one with a password. The names of its
    /// streams tell which; they stand in its directory as UTF-16, and searching for them needs no trust in the file's own pointers.
    /// </summary>
    private static UnreadableFile KindOfCompound(ReadOnlySpan<byte> file) =>
        HasStream(file, "EncryptedPackage") ? UnreadableFile.Protected
        : HasStream(file, "WordDocument") ? UnreadableFile.OldWord
        : UnreadableFile.OtherKind;

    private static bool HasStream(ReadOnlySpan<byte> file, string name) => file.IndexOf(Encoding.Unicode.GetBytes(name)) >= 0;

    private static bool IsPicture(ReadOnlySpan<byte> file) =>
        file.StartsWith(Png) || file.StartsWith(Jpeg) || file.StartsWith("GIF8"u8) || file.StartsWith("BM"u8)
        || file.StartsWith("II*\0"u8) || file.StartsWith("MM\0*"u8) || IsWebP(file) || IsHeic(file);

    private static ReadOnlySpan<byte> Png => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    private static ReadOnlySpan<byte> Jpeg => [0xFF, 0xD8, 0xFF];

    private static bool IsWebP(ReadOnlySpan<byte> file) => file.Length > 12 && file.StartsWith("RIFF"u8) && file[8..].StartsWith("WEBP"u8);

    /// <summary>Photographs of a telephone: a box of the kind ftyp, then a brand of the HEIF or AVIF family.</summary>
    private static bool IsHeic(ReadOnlySpan<byte> file) =>
        file.Length > 12 && file[4..].StartsWith("ftyp"u8) && Encoding.ASCII.GetString(file[8..12]) is "heic" or "heix" or "hevc" or "heim" or "mif1" or "msf1" or "avif";
}
