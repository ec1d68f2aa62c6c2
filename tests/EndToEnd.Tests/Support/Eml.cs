using System.Globalization;
using System.Text;

namespace TechPlan.EndToEnd.Tests.Support;

/// <summary>A mail as it travels, with what the tenant's mail service notes in its head.</summary>
internal sealed record Eml(string From, string Subject)
{
    /// <summary>What the mail service notes about a sender that it has checked.</summary>
    public const string Genuine =
        "spf=pass smtp.mailfrom=example.org; dkim=pass header.d=example.org; dmarc=pass action=none header.from=example.org; compauth=pass reason=100";

    /// <summary>What it notes about a sender that somebody else has put on.</summary>
    public const string Spoofed =
        "spf=fail smtp.mailfrom=example.org; dkim=none header.d=none; dmarc=fail action=oreject header.from=example.org; compauth=fail reason=000";

    private const string Boundary = "=_between_the_parts";

    public string MessageId { get; init; } = $"<{Guid.NewGuid():N}@mail.example.org>";

    public string AuthenticationResults { get; init; } = Genuine;

    public string To { get; init; } = Mailbox.Address;

    public string Text { get; init; } = "Our request is attached.";

    /// <summary>How the text is declared.</summary>
    public string TextType { get; init; } = "text/plain; charset=utf-8";

    /// <summary>The text as it travels, when it is not what <see cref="Text"/> is in UTF-8.</summary>
    public byte[]? TextBytes { get; init; }

    /// <summary>Further lines of the head, as they stand there.</summary>
    public IReadOnlyList<string> Head { get; init; } = [];

    public IReadOnlyList<EmlFile> Files { get; init; } = [];

    /// <summary>A mail with a Word file attached.</summary>
    public static Eml WithForm(string from, string subject, params byte[][] forms) =>
        new(from, subject) { Files = [.. forms.Select((form, nth) => new EmlFile(string.Create(CultureInfo.InvariantCulture, $"request-{nth + 1}.docx"), EmlFile.Word, form))] };

    public byte[] ToBytes()
    {
        using var mail = new MemoryStream();
        Write(mail, [
            $"Return-Path: <{From}>",
            $"Authentication-Results: {AuthenticationResults}",
            .. Head,
            $"From: {From}",
            $"To: {To}",
            $"Subject: {Subject}",
            $"Message-ID: {MessageId}",
            "MIME-Version: 1.0",
            $"Content-Type: multipart/mixed; boundary=\"{Boundary}\"",
            "",
            $"--{Boundary}",
            $"Content-Type: {TextType}",
            "Content-Transfer-Encoding: base64",
            "",
            InLines(TextBytes ?? Encoding.UTF8.GetBytes(Text)),
        ]);
        foreach (var file in Files)
        {
            Write(mail, [
                $"--{Boundary}",
                $"Content-Type: {file.MediaType}",
                $"Content-Disposition: attachment; filename=\"{file.Name}\"",
                "Content-Transfer-Encoding: base64",
                "",
                InLines(file.Content),
            ]);
        }

        Write(mail, [$"--{Boundary}--"]);
        return mail.ToArray();
    }

    private static string InLines(byte[] content) => Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks);

    private static void Write(MemoryStream mail, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            mail.Write(Encoding.UTF8.GetBytes(line));
            mail.Write("\r\n"u8);
        }
    }
}

/// <summary>A file attached to a mail.</summary>
internal sealed record EmlFile(string Name, string MediaType, byte[] Content)
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
}
