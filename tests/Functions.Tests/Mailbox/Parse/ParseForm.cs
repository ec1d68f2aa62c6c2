using System.Text;

namespace TechPlan.Functions.Tests.Mailbox.Parse;

/// <summary>A post as SendGrid's Inbound Parse makes it, byte by byte.</summary>
internal sealed class ParseForm
{
    internal const string ContentType = "multipart/form-data; boundary=xYzZY";

    private readonly MemoryStream _body = new();

    internal static ParseForm Mail(string messageId = "<abc@example.org>", string from = "Dana Field <dana.field@example.org>", string subject = "Mini-grant") => new ParseForm()
        .Field("headers", $"Received: by mx0047\r\n\tfor <intake@parse.example.org>\r\nMessage-ID: {messageId}\r\nFrom: {from}\r\nSubject: {subject}\r\nX-Odd:  kept \r\n")
        .Field("dkim", "{@example.org : pass}")
        .Field("to", "intake@parse.example.org")
        .Field("from", from)
        .Field("subject", subject)
        .Field("text", "The form is attached.\r\n")
        .Field("sender_ip", "192.0.2.1")
        .Field("envelope", """{"to":["intake@parse.example.org"],"from":"bounces@example.org"}""")
        .Field("SPF", "pass");

    internal ParseForm Field(string name, string text) => Field(name, Encoding.UTF8.GetBytes(text));

    internal ParseForm Field(string name, byte[] octets) => Part($"form-data; name=\"{name}\"", null, octets);

    internal ParseForm File(string field, string name, string type, byte[] octets) => Part($"form-data; name=\"{field}\"; filename=\"{name}\"", type, octets);

    /// <summary>The whole post.</summary>
    internal byte[] ToArray() => [.. _body.ToArray(), .. "--xYzZY--\r\n"u8];

    private ParseForm Part(string disposition, string? type, byte[] octets)
    {
        _body.Write(Encoding.UTF8.GetBytes($"--xYzZY\r\nContent-Disposition: {disposition}\r\n{(type is null ? "" : $"Content-Type: {type}\r\n")}\r\n"));
        _body.Write(octets);
        _body.Write("\r\n"u8);
        return this;
    }
}
