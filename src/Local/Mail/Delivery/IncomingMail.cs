using TechPlan.Local.Mail.GraphApi;
using TechPlan.Local.Mail.GraphApi.Attachments;
using TechPlan.Local.Mail.GraphApi.Folders;
using TechPlan.Local.Mail.Mime;

namespace TechPlan.Local.Mail.Delivery;

/// <summary>Makes of a mail as it came the message that a mailbox shows.</summary>
internal static class IncomingMail
{
    /// <summary>Longer bodies are read from the mail when somebody asks; a row has room for this much, whatever the letters.</summary>
    private const int LongestBody = 150_000;

    private const int LongestText = 4096;
    private const int MostHeaders = 400;

    /// <param name="arrival">The number that the store gives it.</param>
    public static GraphDocument Message(MimeMail mail, string id, string mailbox, string conversation, DateTimeOffset now, long arrival)
    {
        var body = BodyOf(mail);
        var isWhole = body.Content!.Length <= LongestBody;
        var incoming = new GraphIncoming(
            mail.MessageId ?? GraphDocument.InternetMessageIdOf(id),
            ReceivedAt: now,
            FolderName.Inbox,
            EnteredAt: arrival,
            Left: [],
            Moves: 0,
            IsRead: false,
            [.. mail.Files.Select(Attachment)],
            isWhole);
        var message = Content(mail, isWhole ? body : body with { Content = body.Content[..LongestBody] });
        return new GraphDocument(id, mailbox, conversation, CreatedAt: now, ChangedAt: now, SentAt: mail.Date ?? now, message, incoming);
    }

    /// <summary>Exchange shows the HTML of a mail that has both.</summary>
    public static GraphBody BodyOf(MimeMail mail) =>
        mail.Body.Html is { } html ? new GraphBody("html", html) : new GraphBody("text", mail.Body.Text ?? "");

    private static GraphMessage Content(MimeMail mail, GraphBody body)
    {
        var from = People(mail, "From");
        return new()
        {
            Subject = Cut(mail.Subject),
            Body = body,
            From = from.Count > 0 ? from[0] : People(mail, "Sender").FirstOrDefault() ?? new GraphRecipient(new GraphAddress("", "")),
            Sender = People(mail, "Sender").FirstOrDefault(),
            ToRecipients = People(mail, "To"),
            CcRecipients = People(mail, "Cc"),
            BccRecipients = [],
            ReplyTo = People(mail, "Reply-To"),
            Categories = [],
            InternetMessageHeaders = [.. mail.Head.Headers.Take(MostHeaders).Select(header => new GraphHeader(header.Name, Cut(header.Value)))],
        };
    }

    private static GraphAttachment Attachment(MimeFile file)
    {
        var kind = file.IsMail ? GraphAttachmentKind.Item : file.Address is not null ? GraphAttachmentKind.Reference : GraphAttachmentKind.File;
        return new($"AAMkAttach{file.Place}", file.Place, kind, Cut(file.Name), file.Part.Type.Value, file.Part.Content().Length, file.IsInline, file.Part.ContentId, file.Address);
    }

    private static List<GraphRecipient> People(MimeMail mail, string header) =>
        [.. mail.Addresses(header).Select(person => new GraphRecipient(new GraphAddress(person.Name.Length > 0 ? Cut(person.Name) : person.Address, person.Address)))];

    private static string Cut(string text) => text.Length > LongestText ? text[..LongestText] : text;
}
