using System.IO.Compression;
using System.Text;

namespace TechPlan.Functions.Mailbox.Parse;

/// <summary>A parcel as a zip file that a person can open anywhere.</summary>
internal static class ParcelArchive
{
    private const int LongestName = 80;

    /// <summary>The mail's head, words and files; of one that cannot be read, what came.</summary>
    internal static byte[] Of(Parcel parcel)
    {
        using var content = new MemoryStream();
        using (var zip = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            if (parcel.Mail is { } mail)
            {
                Add(zip, mail);
            }
            else
            {
                Add(zip, "as-it-came.txt", parcel.Body.Span);
            }
        }

        return content.ToArray();
    }

    private static void Add(ZipArchive zip, InboundMail mail)
    {
        Add(zip, "head.txt", Encoding.UTF8.GetBytes(string.Join("\r\n", mail.Headers.Select(header => $"{header.Name}: {header.Value}"))));
        Add(zip, "text.txt", Encoding.UTF8.GetBytes(mail.Text));
        if (mail.Html is { } html)
        {
            Add(zip, "text.html", Encoding.UTF8.GetBytes(html));
        }

        foreach (var (nth, file) in mail.Files.Index())
        {
            Add(zip, FormattableString.Invariant($"files/{nth + 1:D2} {SafeName(file.Name)}"), file.Content.GetValueOrDefault().Span);
        }
    }

    private static void Add(ZipArchive zip, string name, ReadOnlySpan<byte> octets)
    {
        using var entry = zip.CreateEntry(name).Open();
        entry.Write(octets);
    }

    /// <summary>The sender chose the name: no path, no device, nothing that a shell would take for more than a name.</summary>
    private static string SafeName(string name)
    {
        var letters = name.Select(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '-' or '_' or '.' ? letter : '_').ToArray();
        return new string(letters.AsSpan(Math.Max(0, letters.Length - LongestName)));
    }
}
