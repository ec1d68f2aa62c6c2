using System.Buffers;
using System.Text;

namespace TechPlan.Local.Mail.SendGridApi.Parse;

/// <summary>A multipart/form-data body, written as SendGrid does: names in quotes, letters as UTF-8, no encoding of the parts.</summary>
internal sealed class ParseForm(string boundary)
{
    private readonly ArrayBufferWriter<byte> _body = new();

    public string ContentType => $"multipart/form-data; boundary={boundary}";

    public ParseForm Field(string name, string text) => Part($"name=\"{name}\"", type: null, Encoding.UTF8.GetBytes(text));

    public ParseForm File(string name, string fileName, string type, ReadOnlyMemory<byte> content) =>
        Part($"name=\"{name}\"; filename=\"{Quotable(fileName)}\"", type, content.Span);

    /// <summary>Ends the body.</summary>
    public byte[] ToArray()
    {
        Write($"--{boundary}--\r\n");
        return _body.WrittenSpan.ToArray();
    }

    private ParseForm Part(string disposition, string? type, ReadOnlySpan<byte> content)
    {
        Write($"--{boundary}\r\nContent-Disposition: form-data; {disposition}\r\n{(type is null ? "" : $"Content-Type: {type}\r\n")}\r\n");
        _body.Write(content);
        Write("\r\n");
        return this;
    }

    private void Write(string text) => _body.Write(Encoding.UTF8.GetBytes(text));

    private static string Quotable(string name) => string.Concat(name.Select(letter => char.IsControl(letter) || letter is '"' or '\\' ? '_' : letter));
}
