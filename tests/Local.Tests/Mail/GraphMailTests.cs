using System.Net.Http.Json;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Graph.Users.Item.Messages.Item.CreateReply;
using Microsoft.Graph.Users.Item.SendMail;

namespace TechPlan.Local.Tests.Mail;

/// <summary>The real Graph SDK against the local service.</summary>
public sealed class GraphMailTests
{
    private const string Office = "office@example.org";
    private const string Lead = "lead@example.org";
    private const string NoticeId = "String {7a3f9c52-0d1e-4b8a-9d4e-2f6b1c0a8e55} Name NoticeId";

    [Fact]
    public async Task A_draft_is_sent_and_arrives()
    {
        await using var app = await MailApp.StartAsync();

        var draft = (await app.Graph.Users[Office].Messages.PostAsync(Notice("n1")))!;
        Assert.True(draft.IsDraft);
        Assert.NotNull(draft.ConversationId);
        Assert.NotNull(draft.InternetMessageId);
        Assert.Empty(await MailsAsync(app));

        await app.Graph.Users[Office].Messages[draft.Id].Send.PostAsync();

        var mail = Assert.Single(await MailsAsync(app));
        Assert.Equal((draft.Id, "graph", Office, "Mini-grant MG-1"), (mail.Id, mail.Carrier, mail.From, mail.Subject));
        Assert.Equal([Lead], mail.To);
        Assert.Equal(["http://localhost/status/a?b=1&c=2", "http://localhost/other"], mail.Links);
        Assert.Equal(draft.ConversationId, mail.ConversationId);
        Assert.Contains("Look at it (http://localhost/status/a?b=1&c=2)", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_is_no_draft_and_cannot_be_sent_again_or_changed()
    {
        await using var app = await MailApp.StartAsync();
        var id = await SendAsync(app, "n1");

        var again = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Office].Messages[id].Send.PostAsync());
        var change = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Office].Messages[id].PatchAsync(new Message { Subject = "Other" }));

        Assert.Equal((404, "ErrorItemNotFound"), (again.ResponseStatusCode, again.Error!.Code));
        Assert.Equal(400, change.ResponseStatusCode);
        Assert.Single(await MailsAsync(app));
        Assert.False((await app.Graph.Users[Office].Messages[id].GetAsync())!.IsDraft);
    }

    [Fact]
    public async Task Of_two_sends_at_once_one_wins()
    {
        await using var app = await MailApp.StartAsync();
        var draft = (await app.Graph.Users[Office].Messages.PostAsync(Notice("n1")))!;

        var sends = Enumerable.Range(0, 8).Select(_ => Record.ExceptionAsync(() => app.Graph.Users[Office].Messages[draft.Id].Send.PostAsync()));
        var outcomes = await Task.WhenAll(sends);

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Single(await MailsAsync(app));
    }

    [Fact]
    public async Task A_reply_stays_in_the_conversation_and_takes_what_it_is_given()
    {
        await using var app = await MailApp.StartAsync();
        var first = await SendAsync(app, "n1");
        var conversation = (await app.Graph.Users[Office].Messages[first].GetAsync())!.ConversationId;
        var body = new CreateReplyPostRequestBody { Message = Notice("n2", to: "other@example.org") };

        var reply = (await app.Graph.Users[Office].Messages[first].CreateReply.PostAsync(body))!;
        await app.Graph.Users[Office].Messages[reply.Id].Send.PostAsync();

        Assert.Equal(conversation, reply.ConversationId);
        var mail = (await MailsAsync(app))[^1];
        Assert.Equal(["other@example.org"], mail.To);
        Assert.Equal(conversation, mail.ConversationId);
    }

    [Fact]
    public async Task A_reply_to_own_mail_goes_to_its_recipients_and_quotes_it()
    {
        await using var app = await MailApp.StartAsync();
        var first = await SendAsync(app, "n1");

        var reply = (await app.Graph.Users[Office].Messages[first].CreateReply.PostAsync(new CreateReplyPostRequestBody()))!;

        Assert.Equal("RE: Mini-grant MG-1", reply.Subject);
        Assert.Equal(Lead, Assert.Single(reply.ToRecipients!).EmailAddress!.Address);
    }

    [Fact]
    public async Task A_draft_can_be_changed()
    {
        await using var app = await MailApp.StartAsync();
        var draft = (await app.Graph.Users[Office].Messages.PostAsync(Notice("n1")))!;

        var changed = await app.Graph.Users[Office].Messages[draft.Id].PatchAsync(new Message { ToRecipients = [To("new@example.org")] });

        Assert.Equal("new@example.org", Assert.Single(changed!.ToRecipients!).EmailAddress!.Address);
        Assert.Equal("Mini-grant MG-1", changed.Subject);
    }

    [Theory]
    [InlineData("drafts", 1)]
    [InlineData("sentitems", 1)]
    [InlineData("inbox", 0)]
    public async Task A_message_is_found_by_its_extended_property_in_its_folder(string folder, int expected)
    {
        await using var app = await MailApp.StartAsync();
        await app.Graph.Users[Office].Messages.PostAsync(Notice("it's a draft"));
        await SendAsync(app, "sent");
        var value = folder is "drafts" ? "it''s a draft" : "sent";

        var found = await app.Graph.Users[Office].MailFolders[folder].Messages.GetAsync(request =>
        {
            request.QueryParameters.Filter = $"singleValueExtendedProperties/Any(ep: ep/id eq '{NoticeId}' and ep/value eq '{value}')";
            request.QueryParameters.Select = ["id", "isDraft"];
            request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
        });

        Assert.Equal(expected, found!.Value!.Count);
        Assert.All(found.Value, message => Assert.Null(message.Subject));
    }

    [Fact]
    public async Task The_recipient_has_it_in_the_inbox()
    {
        await using var app = await MailApp.StartAsync();
        await SendAsync(app, "n1");
        await SendAsync(app, "n2");

        var first = await app.Graph.Users[Lead].MailFolders["inbox"].Messages.GetAsync(request => request.QueryParameters.Top = 1);
        var second = await app.Graph.Users[Lead].MailFolders["inbox"].Messages.WithUrl(first!.OdataNextLink!).GetAsync();

        Assert.NotEqual(Assert.Single(first.Value!).Id, Assert.Single(second!.Value!).Id);
        Assert.Null(second.OdataNextLink);
    }

    [Fact]
    public async Task Mail_without_a_draft_arrives_too()
    {
        await using var app = await MailApp.StartAsync();

        await app.Graph.Users[Office].SendMail.PostAsync(new SendMailPostRequestBody { Message = Notice("n1"), SaveToSentItems = true });

        Assert.Single(await MailsAsync(app));
    }

    [Fact]
    public async Task A_header_that_does_not_start_with_x_is_refused()
    {
        await using var app = await MailApp.StartAsync();
        var message = Notice("n1");
        message.InternetMessageHeaders = [new InternetMessageHeader { Name = "Auto-Submitted", Value = "auto-generated" }];

        var error = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Office].Messages.PostAsync(message));

        Assert.Equal((400, "InvalidInternetMessageHeader"), (error.ResponseStatusCode, error.Error!.Code));
    }

    [Fact]
    public async Task A_line_break_cannot_smuggle_in_a_header()
    {
        await using var app = await MailApp.StartAsync();
        var subject = Notice("n1");
        subject.Subject = "Hello\r\nBcc: everyone@example.org";
        var address = Notice("n2", to: "a@example.org\nBcc: b@example.org");
        var header = Notice("n3");
        header.InternetMessageHeaders = [new InternetMessageHeader { Name = "x-a", Value = "b\r\nBcc: c@example.org" }];

        foreach (var message in new[] { subject, address, header })
        {
            var error = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Office].Messages.PostAsync(message));
            Assert.Equal(400, error.ResponseStatusCode);
        }
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_when_it_is_sent()
    {
        await using var app = await MailApp.StartAsync();
        var draft = (await app.Graph.Users[Office].Messages.PostAsync(Notice("n1", to: "not an address")))!;

        var error = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Office].Messages[draft.Id].Send.PostAsync());

        Assert.Equal("ErrorInvalidRecipients", error.Error!.Code);
    }

    [Fact]
    public async Task Somebody_elses_message_is_not_found()
    {
        await using var app = await MailApp.StartAsync();
        var id = await SendAsync(app, "n1");

        var error = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users["stranger@example.org"].Messages[id].GetAsync());

        Assert.Equal(404, error.ResponseStatusCode);
    }

    [Theory]
    [InlineData("{")]
    [InlineData("""{"toRecipients":"lead@example.org"}""")]
    [InlineData("null")]
    public async Task A_body_that_is_no_message_is_refused(string body)
    {
        await using var app = await MailApp.StartAsync();
        using var content = new StringContent(body);

        using var response = await app.Http.PostAsync($"/local/graph/v1.0/users/{Office}/messages", content);

        Assert.Equal(400, (int)response.StatusCode);
        Assert.Contains("UnableToDeserializePostBody", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_spoils_as_many_sends_as_asked_and_names_the_wait()
    {
        await using var app = await MailApp.StartAsync();
        var draft = (await app.Graph.Users[Office].Messages.PostAsync(Notice("n1")))!;
        var fault = new { carrier = "graph", status = 429, retryAfterSeconds = 30, times = 2, to = Lead };
        (await app.Http.PostAsJsonAsync("/local/mail/faults", fault)).EnsureSuccessStatusCode();

        for (var time = 0; time < 2; time++)
        {
            var error = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Users[Office].Messages[draft.Id].Send.PostAsync());
            Assert.Equal(429, error.ResponseStatusCode);
            Assert.Equal("30", Assert.Single(error.ResponseHeaders["Retry-After"]));
        }

        await app.Graph.Users[Office].Messages[draft.Id].Send.PostAsync();
        Assert.Single(await MailsAsync(app));
    }

    private static async Task<string> SendAsync(MailApp app, string notice)
    {
        var draft = (await app.Graph.Users[Office].Messages.PostAsync(Notice(notice)))!;
        await app.Graph.Users[Office].Messages[draft.Id].Send.PostAsync();
        return draft.Id!;
    }

    private static Message Notice(string id, string to = Lead) => new()
    {
        Subject = "Mini-grant MG-1",
        Body = new ItemBody
        {
            ContentType = BodyType.Html,
            Content = """<style>p{}</style><p>Hello</p><p><a href="http://localhost/status/a?b=1&amp;c=2">Look at it</a> or <a href='http://localhost/other'>there</a> <a href="mailto:a@b">x</a></p>""",
        },
        ToRecipients = [To(to)],
        InternetMessageHeaders = [new InternetMessageHeader { Name = "X-Auto-Response-Suppress", Value = "All" }],
        SingleValueExtendedProperties = [new SingleValueLegacyExtendedProperty { Id = NoticeId, Value = id }],
    };

    private static Recipient To(string address) => new() { EmailAddress = new EmailAddress { Address = address } };

    private static async Task<IReadOnlyList<MailJson>> MailsAsync(MailApp app) =>
        (await app.Http.GetFromJsonAsync<MailJson[]>("/local/mail.json"))!;
}
