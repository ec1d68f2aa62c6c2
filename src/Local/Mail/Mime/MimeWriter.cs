using System.Globalization;
using System.Text;

namespace TechPlan.Local.Mail.Mime;

/// <summary>Writes a mail in the plainest way that every program reads: base64 throughout, so nothing in it can be taken for a boundary.</summary>
internal static class MimeWriter
{
    private const int LineLength = 76;

    public static byte[] Write(OutgoingMime mail)
    {
        var text = new StringBuilder();
        foreach (var header in mail.Headers)
        {
            text.Append(header.Name).Append(": ").Append(Encode(header.Value)).Append("\r\n");
        }

        text.Append("MIME-Version: 1.0\r\n");
        var boundary = $"=_{mail.Boundary}";
        text.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=\"{boundary}\"\r\n\r\n");
        Part(text, boundary, $"Content-Type: {(mail.IsHtml ? "text/html" : "text/plain")}; charset=utf-8", Encoding.UTF8.GetBytes(mail.Body));
        foreach (var file in mail.Files)
        {
            Part(text, boundary, FileHead(file), file.Content.Span);
        }

        return Encoding.ASCII.GetBytes(text.Append(CultureInfo.InvariantCulture, $"--{boundary}--\r\n").ToString());
    }

    /// <summary>A name or an address list stays as it is when it is plain; otherwise its words are encoded, never its addresses.</summary>
    public static string Person(MimeAddress person) =>
        person.Name.Length == 0 ? person.Address
        : Ascii.IsValid(person.Name) ? $"\"{person.Name.Replace('"', '\'')}\" <{person.Address}>"
        : $"{Encode(person.Name)} <{person.Address}>";

    public static string Date(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture);

    private static string FileHead(OutgoingFile file) =>
        $"Content-Type: {Line(file.MediaType)}\r\nContent-Disposition: attachment; filename*=utf-8''{Uri.EscapeDataString(file.Name)}";

    private static void Part(StringBuilder text, string boundary, string head, ReadOnlySpan<byte> content)
    {
        text.Append(CultureInfo.InvariantCulture, $"--{boundary}\r\n{head}\r\nContent-Transfer-Encoding: base64\r\n\r\n");
        const int BytesALine = LineLength / 4 * 3;
        for (var at = 0; at < content.Length; at += BytesALine)
        {
            text.Append(Convert.ToBase64String(content[at..Math.Min(content.Length, at + BytesALine)])).Append("\r\n");
        }
    }

    private static string Encode(string value) =>
        Ascii.IsValid(value) ? Line(value) : $"=?utf-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}?=";

    private static string Line(string value) => new([.. value.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
}
