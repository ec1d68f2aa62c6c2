using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.Messages.Item.CreateReply;
using Microsoft.Graph.Users.Item.Messages.Item.Move;
using TechPlan.Local.Mail;

namespace TechPlan.Local.Tests.Mail.Incoming;

/// <summary>Mail from outside, read with the real Graph SDK.</summary>
public sealed class IncomingMailTests
{
    private const string Office = "office@example.org";

    [Fact]
    public async Task It_arrives_unread_in_the_inbox_with_all_its_headers_in_order()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.Plain());

        var message = (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].GetAsync(request => request.QueryParameters.Select =
            ["subject", "from", "sender", "toRecipients", "ccRecipients", "replyTo", "internetMessageHeaders", "internetMessageId", "isRead", "isDraft", "hasAttachments", "parentFolderId", "body", "sentDateTime", "conversationId"]))!;
        var inbox = (await app.Graph.Users[Letters.Intake].MailFolders["inbox"].GetAsync())!;

        Assert.Equal(("Mini-grant", "<one@mail.example.org>", "<one@mail.example.org>"), (message.Subject, message.InternetMessageId, arrived.InternetMessageId));
        Assert.Equal(("Eriksen, Aaron", Letters.Sender), (message.From!.EmailAddress!.Name, message.From.EmailAddress.Address));
        Assert.Equal(Letters.Sender, message.Sender!.EmailAddress!.Address);
        Assert.Equal(Letters.Intake, Assert.Single(message.ToRecipients!).EmailAddress!.Address);
        Assert.Equal("colleague@example.org", Assert.Single(message.CcRecipients!).EmailAddress!.Address);
        Assert.Equal("replies@example.org", Assert.Single(message.ReplyTo!).EmailAddress!.Address);
        Assert.Equal((false, false, false), (message.IsRead, message.IsDraft, message.HasAttachments));
        Assert.Equal(inbox.Id, message.ParentFolderId);
        Assert.Equal(DateTimeOffset.Parse("2026-10-14T14:30:00Z", null), message.SentDateTime);
        Assert.Equal((BodyType.Text, "Hello"), (message.Body!.ContentType, message.Body.Content));
        Assert.Equal(
            ["Return-Path", "Authentication-Results", "Received", "Received", "From", "To", "Cc", "Reply-To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type"],
            message.InternetMessageHeaders!.Select(header => header.Name));
        Assert.Equal(["from a", "from b"], message.InternetMessageHeaders!.Where(header => header.Name is "Received").Select(header => header.Value));
        Assert.Contains("dkim=none; dmarc=pass", message.InternetMessageHeaders![1].Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_without_an_id_is_given_one_by_which_it_is_found()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync("From: a@example.org\nSubject: Bare\n\nHello");

        var found = await app.Graph.Users[Letters.Intake].Messages.GetAsync(request => request.QueryParameters.Filter = $"internetMessageId eq '{arrived.InternetMessageId}'");

        Assert.Equal("Bare", Assert.Single(found!.Value!).Subject);
    }

    [Fact]
    public async Task An_answer_to_a_sent_mail_joins_its_conversation_and_a_new_mail_begins_one()
    {
        await using var app = await MailApp.StartAsync();
        var draft = (await app.Graph.Users[Office].Messages.PostAsync(Note(Letters.Sender)))!;
        await app.Graph.Users[Office].Messages[draft.Id].Send.PostAsync();

        var answer = await app.DeliverAsync(Letters.Plain(messageId: "<two@x>", more: $"In-Reply-To: {draft.InternetMessageId}\r\n"));
        var later = await app.DeliverAsync(Letters.Plain(messageId: "<three@x>", more: "In-Reply-To: <unknown@x>\r\nReferences: <none@x>\r\n <two@x> <unknown@x>\r\n"));
        var other = await app.DeliverAsync(Letters.Plain(messageId: "<four@x>"));

        var conversations = await Task.WhenAll(new[] { answer, later, other }.Select(async mail => (await app.Graph.Users[Letters.Intake].Messages[mail.Id].GetAsync())!.ConversationId));
        Assert.Equal((draft.ConversationId, draft.ConversationId), (conversations[0], conversations[1]));
        Assert.NotEqual(draft.ConversationId, conversations[2]);
    }

    [Fact]
    public async Task A_reply_goes_where_the_sender_wants_replies_and_stays_in_the_conversation()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync("From: Aaron <a@example.org>\nSubject: Question\nMessage-ID: <q@x>\n\nHello?");
        var original = (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].GetAsync())!;

        var reply = (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].CreateReply.PostAsync(new CreateReplyPostRequestBody { Comment = "Yes" }))!;

        Assert.Equal(("RE: Question", original.ConversationId), (reply.Subject, reply.ConversationId));
        Assert.Equal("a@example.org", Assert.Single(reply.ToRecipients!).EmailAddress!.Address);
    }

    [Fact]
    public async Task It_can_be_marked_as_read_and_put_into_categories()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.Plain());

        await app.Graph.Users[Letters.Intake].Messages[arrived.Id].PatchAsync(new Message { IsRead = true, Categories = ["Form"] });

        var message = (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].GetAsync())!;
        Assert.True(message.IsRead);
        Assert.Equal(["Form"], message.Categories);
        Assert.Empty((await app.Graph.Users[Letters.Intake].Messages.GetAsync(request => request.QueryParameters.Filter = "isRead eq false"))!.Value!);
    }

    [Fact]
    public async Task With_immutable_ids_a_moved_message_keeps_its_id()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.Plain());
        var folder = (await app.Graph.Users[Letters.Intake].MailFolders.PostAsync(new MailFolder { DisplayName = "Processed" }))!;

        var moved = await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Move.PostAsync(
            new MovePostRequestBody { DestinationId = folder.Id },
            request => request.Headers.Add("Prefer", "IdType=\"ImmutableId\""));
        var there = await app.Graph.Users[Letters.Intake].MailFolders[folder.Id].Messages.GetAsync(request => request.Headers.Add("Prefer", "IdType=\"ImmutableId\""));

        Assert.Equal((arrived.Id, folder.Id), (moved!.Id, moved.ParentFolderId));
        Assert.Equal(arrived.Id, Assert.Single(there!.Value!).Id);
        Assert.Empty((await app.Graph.Users[Letters.Intake].MailFolders["inbox"].Messages.GetAsync())!.Value!);
    }

    [Fact]
    public async Task Without_them_it_gets_a_new_id_and_the_old_one_is_gone()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.Plain());

        var moved = (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Move.PostAsync(new MovePostRequestBody { DestinationId = "archive" }))!;
        var gone = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Letters.Intake].Messages[arrived.Id].GetAsync());

        Assert.NotEqual(arrived.Id, moved.Id);
        Assert.Equal(404, gone.ResponseStatusCode);
        Assert.Equal("Mini-grant", (await app.Graph.Users[Letters.Intake].Messages[moved.Id].GetAsync())!.Subject);
    }

    [Fact]
    public async Task A_move_to_a_folder_that_is_not_there_changes_nothing()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.Plain());

        var error = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Letters.Intake].Messages[arrived.Id].Move.PostAsync(new MovePostRequestBody { DestinationId = "nowhere" }));

        Assert.Equal((404, "ErrorItemNotFound"), (error.ResponseStatusCode, error.Error!.Code));
        Assert.Single((await app.Graph.Users[Letters.Intake].MailFolders["inbox"].Messages.GetAsync())!.Value!);
    }

    [Fact]
    public async Task A_deleted_message_is_gone()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.Plain());

        await app.Graph.Users[Letters.Intake].Messages[arrived.Id].DeleteAsync();

        await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Letters.Intake].Messages[arrived.Id].GetAsync());
        Assert.Empty((await app.Graph.Users[Letters.Intake].Messages.GetAsync())!.Value!);
    }

    [Fact]
    public async Task Html_is_read_as_text_when_text_is_preferred()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync("From: a@example.org\nContent-Type: text/html\n\n<p>Hello</p><p>there</p>");

        var html = (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].GetAsync())!.Body!;
        var text = (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].GetAsync(request => request.Headers.Add("Prefer", "outlook.body-content-type=\"text\"")))!.Body!;

        Assert.Equal((BodyType.Html, "<p>Hello</p><p>there</p>"), (html.ContentType, html.Content));
        Assert.Equal((BodyType.Text, "Hello\nthere"), (text.ContentType, text.Content));
    }

    [Fact]
    public async Task A_body_too_long_for_a_row_is_read_whole()
    {
        await using var app = await MailApp.StartAsync();
        var text = new string('x', 400_000);
        var arrived = await app.DeliverAsync(Letters.Plain(text: text));

        Assert.Equal(text, (await app.Graph.Users[Letters.Intake].Messages[arrived.Id].GetAsync())!.Body!.Content);
    }

    [Fact]
    public async Task The_mail_as_it_came_is_its_value()
    {
        await using var app = await MailApp.StartAsync();
        var arrived = await app.DeliverAsync(Letters.Plain());

        using var reader = new StreamReader((await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Content.GetAsync())!);

        Assert.Equal(Letters.Plain(), await reader.ReadToEndAsync());
    }

    [Fact]
    public async Task What_the_app_sends_to_a_mailbox_that_it_reads_comes_in_there_once()
    {
        await using var app = await MailApp.StartAsync(services => services.Configure<LocalMailOptions>(mail => mail.Mailboxes = [Letters.Intake]));
        var draft = (await app.Graph.Users[Office].Messages.PostAsync(Note(Letters.Intake)))!;
        await app.Graph.Users[Office].Messages[draft.Id].Send.PostAsync();

        var found = Assert.Single((await app.Graph.Users[Letters.Intake].MailFolders["inbox"].Messages.GetAsync())!.Value!);

        Assert.Equal((draft.InternetMessageId, "Grüße", Office), (found.InternetMessageId, found.Subject, found.From!.EmailAddress!.Address));
        Assert.Equal("<p>Zwölf</p>", found.Body!.Content);
        Assert.NotEqual(draft.Id, found.Id);
    }

    [Theory]
    [InlineData("text/plain", "From: a@example.org\n\nHello", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("message/rfc822", "PK\u0003\u0004 no mail at all", HttpStatusCode.BadRequest)]
    [InlineData("message/rfc822", "", HttpStatusCode.BadRequest)]
    public async Task What_is_no_mail_is_refused_with_a_reason(string type, string body, HttpStatusCode status)
    {
        await using var app = await MailApp.StartAsync();

        using var response = await app.PostMailAsync(Encoding.UTF8.GetBytes(body), type);

        Assert.Equal(status, response.StatusCode);
        Assert.Contains("The body is not a mail.", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Mail_to_an_alias_comes_in_at_its_mailbox_once()
    {
        await using var app = await MailApp.StartAsync(services => services.Configure<LocalMailOptions>(mail =>
        {
            mail.Mailboxes = [Letters.Intake];
            mail.MailboxAliases = new Dictionary<string, string> { [Office] = Letters.Intake };
        }));

        var arrived = await app.DeliverAsync(Letters.Plain(), mailbox: Office);
        var note = Note(Office);
        note.CcRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = Letters.Intake } }];
        var draft = (await app.Graph.Users["staff@example.org"].Messages.PostAsync(note))!;
        await app.Graph.Users["staff@example.org"].Messages[draft.Id].Send.PostAsync();

        var inbox = (await app.Graph.Users[Letters.Intake].MailFolders["inbox"].Messages.GetAsync())!.Value!;
        Assert.Equal(2, inbox.Count);
        Assert.Contains(inbox, message => message.Id == arrived.Id);
    }

    private static Message Note(string to) => new()
    {
        Subject = "Grüße",
        Body = new ItemBody { ContentType = BodyType.Html, Content = "<p>Zwölf</p>" },
        ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = to, Name = "Förderung" } }],
    };
}
