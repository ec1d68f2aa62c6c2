using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TechPlan.Local.Mail;

namespace TechPlan.Local.Tests.Mail.Incoming;

/// <summary>A mail comes to the app as SendGrid's Inbound Parse posts it.</summary>
public sealed class InboundParseTests : IAsyncLifetime
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly List<IFormCollection> _posts = [];
    private MailApp _app = null!;
    private int _answer = 200;

    public async Task InitializeAsync() => _app = await MailApp.StartAsync(
        services => services.Configure<LocalMailOptions>(options => options.SendGridKey = Convert.ToBase64String(_key.ExportPkcs8PrivateKey())),
        app => app.MapPost("/webhooks/sendgrid/inbound", TakeAsync));

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task What_the_mail_says_is_posted_field_by_field()
    {
        Assert.Equal(HttpStatusCode.OK, await SendAsync(Letters.Plain(subject: "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=")));

        var post = Assert.Single(_posts);
        Assert.Equal("Grüße", post["subject"]);
        Assert.Equal("\"Eriksen, Aaron\" <aaron.eriksen@example.org>", post["from"]);
        Assert.Equal("Mini-grants <mini-grants@example.org>", post["to"]);
        Assert.Equal("Hello", post["text"].ToString().Trim());
        Assert.False(post.ContainsKey("html"));
        Assert.Contains("Message-ID: <one@mail.example.org>\n", post["headers"].ToString(), StringComparison.Ordinal);
        Assert.Equal("""{"to":["mini-grants@example.org"],"from":"aaron.eriksen@example.org"}""", post["envelope"]);
        Assert.Equal("UTF-8", (string)JsonNode.Parse(post["charsets"].ToString())!["subject"]!);
        Assert.Equal(("pass", "none", "0"), (post["SPF"].ToString(), post["dkim"].ToString(), post["attachments"].ToString()));
    }

    [Fact]
    public async Task Files_go_along_with_what_is_known_of_each()
    {
        await SendAsync(Letters.WithFiles(
            ("Content-Type: application/pdf\r\nContent-Disposition: attachment; filename*=utf-8''F%C3%B6rm%22.pdf", [1, 2, 13, 10, 3]),
            ("Content-Type: image/png\r\nContent-ID: <logo@x>", [4])));

        var post = Assert.Single(_posts);
        Assert.Equal("2", post["attachments"]);
        Assert.Equal(["attachment1", "attachment2"], post.Files.Select(file => file.Name));
        Assert.Equal(("Förm_.pdf", "application/pdf", 5L), (post.Files[0].FileName, post.Files[0].ContentType, post.Files[0].Length));
        var info = JsonNode.Parse(post["attachment-info"].ToString())!;
        Assert.Equal(("Förm\".pdf", "logo@x"), ((string)info["attachment1"]!["filename"]!, (string)info["attachment2"]!["content-id"]!));
    }

    [Fact]
    public async Task Signatures_that_the_mail_notes_are_posted_in_SendGrids_words()
    {
        await SendAsync("Authentication-Results: mx; spf=softfail smtp.mailfrom=a.example; dkim=pass header.d=a.example; dkim=fail header.i=@b.example\r\nFrom: a@a.example\r\n\r\nHello");

        Assert.Equal(("softfail", "{@a.example : pass, @b.example : fail}"), (_posts[0]["SPF"].ToString(), _posts[0]["dkim"].ToString()));
    }

    [Fact]
    public async Task The_apps_refusal_is_passed_on()
    {
        _answer = 503;

        Assert.Equal(HttpStatusCode.BadGateway, await SendAsync(Letters.Plain()));
    }

    [Theory]
    [InlineData("Hello", "message/rfc822", HttpStatusCode.BadRequest)]
    [InlineData("From: a@example.org\r\n\r\nHello", "text/plain", HttpStatusCode.UnsupportedMediaType)]
    public async Task What_is_no_mail_is_not_posted(string body, string type, HttpStatusCode status)
    {
        Assert.Equal(status, await SendAsync(body, type));
        Assert.Empty(_posts);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_posted()
    {
        await using var app = await MailApp.StartAsync();
        using var body = new StringContent(Letters.Plain(), MediaTypeHeaderValue.Parse("message/rfc822"));

        Assert.Equal(HttpStatusCode.BadRequest, (await app.Http.PostAsync("/local/inbound-parse", body)).StatusCode);
    }

    private async Task<HttpStatusCode> SendAsync(string mail, string type = "message/rfc822")
    {
        using var body = new ByteArrayContent(Encoding.UTF8.GetBytes(mail));
        body.Headers.ContentType = new MediaTypeHeaderValue(type);
        using var answer = await _app.Http.PostAsync("/local/inbound-parse", body);
        return answer.StatusCode;
    }

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        byte[] signed = [.. Encoding.ASCII.GetBytes(request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"].ToString()), .. body.ToArray()];
        var signature = Convert.FromBase64String(request.Headers["X-Twilio-Email-Event-Webhook-Signature"].ToString());
        Assert.True(_key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        body.Position = 0;
        request.Body = body;
        _posts.Add(await request.ReadFormAsync());
        return Results.StatusCode(_answer);
    }
}
