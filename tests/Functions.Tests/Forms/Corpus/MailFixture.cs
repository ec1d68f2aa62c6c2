using System.Text;
using System.Text.RegularExpressions;

namespace TechPlan.Functions.Tests.Forms.Corpus;

/// <summary>A fixture's mail taken apart, as a mailbox hands it over: just enough of MIME for what the makers write.</summary>
public sealed record MailFixture(string Text, string? Html)
{
    public static MailFixture Read(byte[] eml)
    {
        var parts = Parts(Encoding.Latin1.GetString(eml).Replace("\r\n", "\n", StringComparison.Ordinal)).ToList();
        return new MailFixture(
            parts.Find(part => !part.IsHtml).Content ?? "",
            parts.Find(part => part.IsHtml).Content);
    }

    private static IEnumerable<(bool IsHtml, string? Content)> Parts(string mail)
    {
        var (head, body) = Split(mail);
        if (Value(head, "boundary") is not { } boundary)
        {
            return [(head.Contains("text/html", StringComparison.OrdinalIgnoreCase), Decode(head, body))];
        }

        return body.Split("--" + boundary)[1..^1].SelectMany(part => Parts(part.TrimStart('\n')));
    }

    private static (string Head, string Body) Split(string mail)
    {
        var end = mail.IndexOf("\n\n", StringComparison.Ordinal);
        return (mail[..end], mail[(end + 2)..]);
    }

    private static string Decode(string head, string body)
    {
        var bytes = Regex.Match(head, "(?i)content-transfer-encoding: *(\\S+)").Groups[1].Value switch
        {
            "base64" => Convert.FromBase64String(body),
            "quoted-printable" => QuotedPrintable(body),
            _ => Encoding.Latin1.GetBytes(body),
        };
        return Encoding.GetEncoding(Value(head, "charset") ?? "us-ascii").GetString(bytes);
    }

    private static byte[] QuotedPrintable(string body) => Encoding.Latin1.GetBytes(Regex.Replace(
        body.Replace("=\n", "", StringComparison.Ordinal),
        "=([0-9A-F]{2})",
        escape => ((char)Convert.ToByte(escape.Groups[1].Value, 16)).ToString()));

    private static string? Value(string head, string parameter) =>
        Regex.Match(head, $"(?i){parameter}=\"?([^\"\\s;]+)") is { Success: true } match ? match.Groups[1].Value : null;
}
