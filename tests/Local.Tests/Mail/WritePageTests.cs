using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using TechPlan.Local.Mail;
using TechPlan.Local.Tests.Mail.Incoming;

namespace TechPlan.Local.Tests.Mail;

/// <summary>A person writes a mail to the app.</summary>
public sealed class WritePageTests
{
    [Fact]
    public async Task The_first_mailbox_that_the_app_reads_is_filled_in()
    {
        await using var app = await MailApp.StartAsync(services => services.Configure<LocalMailOptions>(mail => mail.Mailboxes = [Letters.Intake]));

        Assert.Contains($"value=\"{Letters.Intake}\"", await app.Http.GetStringAsync("/local/write"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_written_arrives_with_its_file_which_can_be_fetched_but_not_shown()
    {
        await using var app = await MailApp.StartAsync();

        using var sent = await PostAsync(app, Letters.Sender, "Grüße & more", ("Förm.html", "<b>form</b>"));

        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        var page = await sent.Content.ReadAsStringAsync();
        Assert.Contains("Grüße &amp; more", page, StringComparison.Ordinal);
        Assert.Contains("Förm.html", page, StringComparison.Ordinal);
        var message = Assert.Single((await app.Graph.Users[Letters.Intake].Messages.GetAsync())!.Value!);
        using var file = await app.Http.GetAsync($"/local/mail/{message.Id}/files/AAMkAttach0");
        Assert.Equal("<b>form</b>", await file.Content.ReadAsStringAsync());
        Assert.Equal(("application/octet-stream", "attachment"), (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
    }

    [Fact]
    public async Task A_single_eml_file_is_sent_as_it_stands()
    {
        await using var app = await MailApp.StartAsync();

        using var sent = await PostAsync(app, from: "", subject: "not this", ("mail.EML", Letters.Plain(subject: "This one")));

        var message = Assert.Single((await app.Graph.Users[Letters.Intake].Messages.GetAsync())!.Value!);
        Assert.Equal(("This one", "<one@mail.example.org>", false), (message.Subject, message.InternetMessageId, message.HasAttachments));
    }

    [Fact]
    public async Task What_cannot_be_sent_is_shown_again_with_the_reason()
    {
        await using var app = await MailApp.StartAsync();

        using var nameless = await PostAsync(app, from: "Aaron", subject: "\"kept\"");
        using var empty = await PostAsync(app, Letters.Sender, "Mail", ("mail.eml", "no mail at all"));

        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (nameless.StatusCode, empty.StatusCode));
        var page = await nameless.Content.ReadAsStringAsync();
        Assert.Contains("Say who sends the mail, as an address.", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&quot;kept&quot;\"", page, StringComparison.Ordinal);
        Assert.Contains("The .eml file is not a mail", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/local/mail/none/files/AAMkAttach0")]
    [InlineData("/local/mail/..%2F/files/x")]
    public async Task A_file_that_is_not_there_is_answered_so(string address)
    {
        await using var app = await MailApp.StartAsync();

        using var answer = await app.Http.GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    private static async Task<HttpResponseMessage> PostAsync(MailApp app, string from, string subject, params (string Name, string Content)[] files)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in new[] { ("from", from), ("to", Letters.Intake), ("subject", subject), ("text", "Hello") })
        {
            form.Add(new StringContent(value), name);
        }

        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "files", name);
        }

        return await app.Http.PostAsync("/local/write", form);
    }
}
