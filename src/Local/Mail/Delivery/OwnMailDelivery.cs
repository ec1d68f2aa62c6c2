using System.Text.Json;
using Microsoft.Extensions.Options;
using TechPlan.Local.Mail.GraphApi;
using TechPlan.Local.Mail.Mime;
using TechPlan.Local.Mail.SendGridApi;

namespace TechPlan.Local.Mail.Delivery;

/// <summary>What the app sends to a mailbox that it reads itself comes in there like any other mail, as Exchange has it.</summary>
internal sealed class OwnMailDelivery(MailDelivery delivery, IOptions<LocalMailOptions> options)
{
    public async Task DeliverAsync(GraphDocument sent, CancellationToken cancellation)
    {
        foreach (var mailbox in MailboxesOf(sent.Recipients))
        {
            await delivery.DeliverAsync(mailbox, Compose(sent), cancellation);
        }
    }

    public async Task DeliverAsync(SendGridDocument sent, CancellationToken cancellation)
    {
        foreach (var mail in sent.Deliver())
        {
            foreach (var mailbox in MailboxesOf(mail.To))
            {
                await delivery.DeliverAsync(mailbox, Compose(mail), cancellation);
            }
        }
    }

    /// <summary>A mail to a mailbox and to its alias comes in once.</summary>
    private IEnumerable<string> MailboxesOf(IEnumerable<string> recipients) =>
        recipients.Where(options.Value.Reads).Select(options.Value.MailboxOf).Distinct(StringComparer.OrdinalIgnoreCase);

    private static byte[] Compose(GraphDocument sent)
    {
        var headers = new List<MimeHeader>
        {
            // How Exchange marks what never left it.
            new("X-MS-Exchange-Organization-AuthAs", "Internal"),
            new("From", Person(sent.Message.From, sent.Sender)),
            new("To", People(sent.Message.ToRecipients)),
        };
        Add(headers, "Cc", People(sent.Message.CcRecipients));
        Add(headers, "Reply-To", People(sent.Message.ReplyTo));
        headers.AddRange([new("Subject", sent.Message.Subject ?? ""), new("Date", MimeWriter.Date(sent.SentAt!.Value)), new("Message-ID", sent.InternetMessageId)]);
        headers.AddRange((sent.Message.InternetMessageHeaders ?? []).Select(header => new MimeHeader(header.Name ?? "", header.Value ?? "")));
        return MimeWriter.Write(new OutgoingMime(sent.Id, headers, sent.Message.Body?.Content ?? "", sent.Message.Body?.IsHtml is true, FilesOf(sent.Message)));
    }

    private static byte[] Compose(DeliveredMail mail) => MimeWriter.Write(new OutgoingMime(
        mail.Id,
        [
            new("Return-Path", $"<bounces+{mail.Id}@sendgrid.invalid>"),
            new("From", mail.From),
            new("To", string.Join(", ", mail.VisibleRecipients)),
            new("Subject", mail.Subject),
            new("Date", MimeWriter.Date(mail.SentAt)),
            new("Message-ID", $"<{mail.Id}@sendgrid.invalid>"),
            .. mail.Headers.Select(header => new MimeHeader(header.Key, header.Value)),
        ],
        mail.Html ?? mail.Text,
        mail.Html is not null,
        Files: []));

    private static void Add(List<MimeHeader> headers, string name, string value)
    {
        if (value.Length > 0)
        {
            headers.Add(new MimeHeader(name, value));
        }
    }

    private static string People(IReadOnlyList<GraphRecipient>? people) => string.Join(", ", (people ?? []).Select(person => Person(person, "")));

    private static string Person(GraphRecipient? person, string otherwise) =>
        MimeWriter.Person(new MimeAddress(person?.EmailAddress?.Name ?? "", person?.Address ?? otherwise));

    /// <summary>A message that is written keeps its attachments as the JSON that they came in.</summary>
    private static IReadOnlyList<OutgoingFile> FilesOf(GraphMessage message) =>
        message.Others?.GetValueOrDefault("attachments") is { ValueKind: JsonValueKind.Array } files
            ? [.. files.EnumerateArray().Select(FileOf).OfType<OutgoingFile>()]
            : [];

    private static OutgoingFile? FileOf(JsonElement file) =>
        file.TryGetProperty("contentBytes", out var content) && content.TryGetBytesFromBase64(out var bytes)
            ? new OutgoingFile(Text(file, "name") ?? "file", Text(file, "contentType") ?? "application/octet-stream", bytes)
            : null;

    private static string? Text(JsonElement file, string name) =>
        file.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
