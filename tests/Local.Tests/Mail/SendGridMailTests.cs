using System.Net;
using System.Net.Http.Json;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace TechPlan.Local.Tests.Mail;

/// <summary>Our SendGrid client against the local service.</summary>
public sealed class SendGridMailTests
{
    [Fact]
    public async Task Each_recipient_gets_a_mail_and_sees_nobody_else()
    {
        await using var app = await MailApp.StartAsync();

        var response = await app.SendGrid.SendEmailAsync(Message("a@example.org", "b@example.org"));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.NotEmpty(Assert.Single(response.Headers.GetValues("X-Message-Id")));
        var mails = await MailsAsync(app);
        Assert.Equal(["a@example.org", "b@example.org"], mails.SelectMany(mail => mail.To));
        Assert.All(mails, mail => Assert.Equal(mail.To, mail.VisibleRecipients));
        Assert.All(mails, mail => Assert.Equal(["https://example.org/s"], mail.Links));
        Assert.Equal("Hello, a@example.org", mails[0].Subject);
        Assert.Equal("notice-a@example.org", mails[0].CustomArgs["notice"]);
        Assert.Equal("mg-1", mails[0].CustomArgs["grant"]);
    }

    [Fact]
    public async Task Mail_json_can_be_asked_for_one_recipient()
    {
        await using var app = await MailApp.StartAsync();
        await app.SendGrid.SendEmailAsync(Message("a@example.org", "b@example.org"));

        var mails = await app.Http.GetFromJsonAsync<MailJson[]>("/local/mail.json?to=B@example.org");

        Assert.Equal(["b@example.org"], Assert.Single(mails!).To);
    }

    [Fact]
    public async Task An_app_in_doubt_finds_what_went_out_by_its_own_id()
    {
        await using var app = await MailApp.StartAsync();
        await app.SendGrid.SendEmailAsync(Message("a@example.org", "b@example.org"));

        Assert.Contains("\"to_email\":\"b@example.org\"", await LookUpAsync(app, "unique_args['notice']=\"notice-b@example.org\""), StringComparison.Ordinal);
        Assert.Equal("""{"messages":[]}""", await LookUpAsync(app, "unique_args['notice']=\"notice-c@example.org\""));
        Assert.Equal("""{"messages":[]}""", await LookUpAsync(app, "unique_args['grant']=\"mg-1\" AND to_email=\"c@example.org\""));
    }

    [Fact]
    public async Task A_sandboxed_request_is_checked_and_delivers_nothing()
    {
        await using var app = await MailApp.StartAsync();
        var message = Message("a@example.org");
        message.SetSandBoxMode(true);

        Assert.True((await app.SendGrid.SendEmailAsync(message)).IsSuccessStatusCode);

        Assert.Empty(await MailsAsync(app));
    }

    public static TheoryData<string, Action<SendGridMessage>> Wrong => new()
    {
        { "personalizations", message => message.Personalizations = [] },
        { "personalizations.0.to", message => message.Personalizations![0].Tos = [] },
        { "personalizations.0", message => message.Personalizations![0].Ccs = [new EmailAddress("A@example.org")] },
        { "personalizations.0.to.email", message => message.Personalizations![0].Tos = [new EmailAddress("a@example.org\r\nBcc: x@example.org")] },
        { "personalizations.0.to.name", message => message.Personalizations![0].Tos![0].Name = "Doe; Jo" },
        { "personalizations.0.headers.Reply-To", message => message.Personalizations![0].Headers = new() { ["Reply-To"] = "x@example.org" } },
        { "personalizations.0.custom_args", message => message.CustomArgs = new() { ["x"] = new string('x', 10_000) } },
        { "from.email", message => message.From = null },
        { "from.email", message => message.From = new EmailAddress("büro@example.org") },
        { "subject", message => message.Personalizations![0].Subject = "" },
        { "subject", message => message.Personalizations![0].Subject = "Hello\nBcc: x@example.org" },
        { "content", message => { message.PlainTextContent = null; message.HtmlContent = null; } },
        { "content", message => message.PlainTextContent = "" },
        { "headers", message => message.Headers = new() { ["X-A"] = "b\r\nBcc: x@example.org" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_SendGrid_would_refuse_is_refused_by_field(string field, Action<SendGridMessage> spoil)
    {
        await using var app = await MailApp.StartAsync();
        var message = Message("a@example.org");
        spoil(message);

        var response = await app.SendGrid.SendEmailAsync(message);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"field\":\"{field}\"", await response.Body.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(await MailsAsync(app));
    }

    [Fact]
    public async Task Without_a_key_nothing_is_done()
    {
        await using var app = await MailApp.StartAsync();
        using var content = new StringContent(Message("a@example.org").Serialize());

        using var response = await app.Http.PostAsync("/local/sendgrid/v3/mail/send", content);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task More_than_30_MB_is_too_much()
    {
        await using var app = await MailApp.StartAsync();
        var message = Message("a@example.org");
        message.PlainTextContent = new string('x', 30 * 1024 * 1024);

        var response = await app.SendGrid.SendEmailAsync(message);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task A_fault_answers_with_its_status_and_wait_until_it_is_cleared()
    {
        await using var app = await MailApp.StartAsync();
        await app.Http.PostAsJsonAsync("/local/mail/faults", new { carrier = "sendgrid", status = 429, retryAfterSeconds = 60, times = 9 });

        var spoiled = await app.SendGrid.SendEmailAsync(Message("a@example.org"));
        var listed = await app.Http.GetStringAsync("/local/mail/faults");
        await app.Http.DeleteAsync("/local/mail/faults");
        var sent = await app.SendGrid.SendEmailAsync(Message("a@example.org"));

        Assert.Equal(HttpStatusCode.TooManyRequests, spoiled.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(60), spoiled.Headers.RetryAfter!.Delta);
        Assert.Contains("\"times\":8", listed, StringComparison.Ordinal);
        Assert.True(sent.IsSuccessStatusCode);
    }

    [Fact]
    public async Task A_fault_that_makes_no_sense_is_refused()
    {
        await using var app = await MailApp.StartAsync();

        using var response = await app.Http.PostAsJsonAsync("/local/mail/faults", new { carrier = "pigeon", status = 429 });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static SendGridMessage Message(params string[] recipients) => new()
    {
        From = new EmailAddress("office@example.org", "Learning Technologies"),
        PlainTextContent = "See https://example.org/s.",
        HtmlContent = "<p>See <a href=\"https://example.org/s\">the session</a>.</p>",
        CustomArgs = new() { ["grant"] = "mg-1" },
        Personalizations = [.. recipients.Select(recipient => new Personalization
        {
            Tos = [new EmailAddress(recipient)],
            Subject = "Hello, -name-",
            Substitutions = new() { ["-name-"] = recipient },
            CustomArgs = new() { ["notice"] = $"notice-{recipient}" },
        })],
    };

    private static async Task<string> LookUpAsync(MailApp app, string query)
    {
        var parameters = $$"""{"query":"{{Uri.EscapeDataString(query)}}","limit":10}""";
        var response = await app.SendGrid.RequestAsync(BaseClient.Method.GET, queryParams: parameters, urlPath: "messages");
        return await response.Body.ReadAsStringAsync();
    }

    private static async Task<IReadOnlyList<MailJson>> MailsAsync(MailApp app) =>
        (await app.Http.GetFromJsonAsync<MailJson[]>("/local/mail.json"))!;
}
