using Microsoft.AspNetCore.Http;
using TechPlan.Local.Mail.Mime;

namespace TechPlan.Local.Mail.Inbox;

/// <summary>A mail that a person wrote on the page for writing, or the .eml file that was dropped in there.</summary>
/// <param name="Mailbox">The mailbox that it goes to.</param>
/// <param name="Mime">As it travels.</param>
internal sealed record WriteForm(string Mailbox, ReadOnlyMemory<byte> Mime)
{
    /// <returns>What was written, or what is wrong with it.</returns>
    public static async Task<(WriteForm? Written, string? Problem)> ReadAsync(IFormCollection form, DateTimeOffset now, CancellationToken cancellation)
    {
        var (from, to) = (form["from"].ToString().Trim(), form["to"].ToString().Trim());
        if (!MailText.IsAddress(to))
        {
            return (null, "Say to which mailbox the mail goes, as an address.");
        }

        var files = new List<OutgoingFile>();
        foreach (var file in form.Files.Where(file => file.Length > 0))
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancellation);
            files.Add(new OutgoingFile(Path.GetFileName(file.FileName), file.ContentType ?? "application/octet-stream", content.ToArray()));
        }

        if (files is [var only] && only.Name.EndsWith(".eml", StringComparison.OrdinalIgnoreCase))
        {
            return (new WriteForm(to, only.Content), null);
        }

        return MailText.IsAddress(from)
            ? (new WriteForm(to, Compose(form, from, to, files, now)), null)
            : (null, "Say who sends the mail, as an address.");
    }

    private static byte[] Compose(IFormCollection form, string from, string to, IReadOnlyList<OutgoingFile> files, DateTimeOffset now)
    {
        var (id, domain) = (Guid.NewGuid().ToString("N"), from[(from.LastIndexOf('@') + 1)..]);
        return MimeWriter.Write(new OutgoingMime(
            id,
            [
                new("Return-Path", $"<{from}>"),
                // What the tenant's mail service notes of a sender who is who the mail says.
                new("Authentication-Results", $"spf=pass smtp.mailfrom={domain}; dkim=pass header.d={domain}; dmarc=pass action=none header.from={domain}; compauth=pass reason=100"),
                new("From", from),
                new("To", to),
                new("Subject", form["subject"].ToString()),
                new("Date", MimeWriter.Date(now)),
                new("Message-ID", $"<{id}@{domain}>"),
            ],
            form["text"].ToString(),
            IsHtml: false,
            files));
    }
}
