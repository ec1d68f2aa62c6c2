using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace TechPlan.Local.Tests.Mail.Incoming;

/// <summary>Mails for tests, and their delivery.</summary>
internal static class Letters
{
    public const string Intake = "mini-grants@example.org";
    public const string Sender = "aaron.eriksen@example.org";

    public static string Plain(string subject = "Mini-grant", string text = "Hello", string messageId = "<one@mail.example.org>", string more = "") =>
        $"""
        Return-Path: <{Sender}>
        Authentication-Results: spf=pass smtp.mailfrom=example.org; dkim=none;
         dmarc=pass action=none header.from=example.org
        Received: from a
        Received: from b
        From: "Eriksen, Aaron" <{Sender}>
        To: Mini-grants <{Intake}>
        Cc: colleague@example.org
        Reply-To: replies@example.org
        Subject: {subject}
        Date: Wed, 14 Oct 2026 09:30:00 -0500
        Message-ID: {messageId}
        {more}MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        {text}
        """.ReplaceLineEndings("\r\n");

    /// <summary>A text and files; a file with a content id is shown within the text.</summary>
    public static string WithFiles(params (string Head, byte[] Content)[] files)
    {
        var mail = new StringBuilder($"From: {Sender}\r\nSubject: Files\r\nMessage-ID: <files@x>\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nSee the files.\r\n");
        foreach (var (head, content) in files)
        {
            mail.Append("--B\r\n").Append(head).Append("\r\nContent-Transfer-Encoding: base64\r\n\r\n")
                .Append(Convert.ToBase64String(content, Base64FormattingOptions.InsertLineBreaks)).Append("\r\n");
        }

        return mail.Append("--B--\r\n").ToString();
    }

    public static async Task<Arrived> DeliverAsync(this MailApp app, string mail, string mailbox = Intake)
    {
        using var response = await app.PostMailAsync(Encoding.UTF8.GetBytes(mail), mailbox: mailbox);
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<Arrived>())!;
    }

    public static async Task<HttpResponseMessage> PostMailAsync(this MailApp app, byte[] mail, string type = "message/rfc822", string mailbox = Intake)
    {
        using var body = new ByteArrayContent(mail);
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        return await app.Http.PostAsync($"/local/mailboxes/{mailbox}/messages", body);
    }

    internal sealed record Arrived(string Id, string InternetMessageId);
}
