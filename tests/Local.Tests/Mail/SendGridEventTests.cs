using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using SendGrid.Helpers.Mail;
using TechPlan.Local.Mail;

namespace TechPlan.Local.Tests.Mail;

/// <summary>The local service tells the app what became of its mails, as SendGrid does.</summary>
public sealed class SendGridEventTests : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly Channel<JsonArray> _posts = Channel.CreateUnbounded<JsonArray>();
    private readonly Queue<int> _answers = new();
    private MailApp _app = null!;

    public async Task InitializeAsync() => _app = await MailApp.StartAsync(
        services => services.Configure<LocalMailOptions>(options => options.SendGridKey = Convert.ToBase64String(_key.ExportPkcs8PrivateKey())),
        app => app.MapPost("/webhooks/sendgrid/events", TakeAsync));

    public async Task DisposeAsync()
    {
        await _app.DisposeAsync();
        _key.Dispose();
    }

    [Fact]
    public async Task Every_mail_is_processed_and_delivered()
    {
        await SendAsync("a@example.org", "b@example.org");

        var events = await NextAsync();

        Assert.Equal(
            ["a@example.org processed", "a@example.org delivered", "b@example.org processed", "b@example.org delivered"],
            events.Select(happened => $"{happened!["email"]} {happened["event"]}"));
        Assert.All(events, happened => Assert.Equal("mail-1", (string)happened!["mail"]!));
        Assert.Equal(4, events.Select(happened => (string)happened!["sg_event_id"]!).Distinct().Count());
    }

    [Fact]
    public async Task After_a_bounce_the_address_is_suppressed()
    {
        await SendAsync("a@example.org");
        await NextAsync();
        await HappenAsync(new { @event = "bounce", to = "a@example.org" });
        Assert.Equal("bounce", (string)Assert.Single(await NextAsync())!["event"]!);

        await SendAsync("A@example.org");

        var dropped = Assert.Single(await NextAsync())!;
        Assert.Equal(("dropped", "Bounced Address"), ((string)dropped["event"]!, (string)dropped["reason"]!));
        Assert.Contains("a@example.org", await _app.Http.GetStringAsync("/local/mail/suppressions"), StringComparison.Ordinal);
        await _app.Http.DeleteAsync("/local/mail/suppressions");
        await SendAsync("a@example.org");
        Assert.Equal(2, (await NextAsync()).Count);
    }

    [Fact]
    public async Task An_event_can_come_late_and_more_than_once()
    {
        await SendAsync("a@example.org");
        var delivered = (long)(await NextAsync())[1]!["timestamp"]!;

        await HappenAsync(new { @event = "deferred", to = "a@example.org", minutesAgo = 30, times = 3 });

        var events = await NextAsync();
        Assert.Equal(3, events.Count);
        Assert.Single(events.Select(happened => (string)happened!["sg_event_id"]!).Distinct());
        Assert.True((long)events[0]!["timestamp"]! < delivered);
    }

    [Fact]
    public async Task What_the_app_does_not_take_is_posted_again()
    {
        _answers.Enqueue(503);
        await SendAsync("a@example.org");

        Assert.Equal((await NextAsync()).ToJsonString(), (await NextAsync()).ToJsonString());
    }

    [Theory]
    [InlineData("bounce", "nobody@example.org", 404)]
    [InlineData("burst", "a@example.org", 400)]
    [InlineData("bounce", "nobody", 400)]
    public async Task What_cannot_happen_is_refused(string kind, string to, int status) =>
        Assert.Equal(status, (int)(await _app.Http.PostAsJsonAsync("/local/mail/events", new { @event = kind, to })).StatusCode);

    private async Task<IResult> TakeAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        await request.Body.CopyToAsync(body);
        byte[] signed = [.. Encoding.ASCII.GetBytes(request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"].ToString()), .. body.ToArray()];
        var signature = Convert.FromBase64String(request.Headers["X-Twilio-Email-Event-Webhook-Signature"].ToString());
        Assert.True(_key.VerifyData(signed, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
        await _posts.Writer.WriteAsync((JsonArray)JsonNode.Parse(body.ToArray())!);
        return Results.StatusCode(_answers.TryDequeue(out var answer) ? answer : 200);
    }

    private async Task<JsonArray> NextAsync() => await _posts.Reader.ReadAsync().AsTask().WaitAsync(Patience);

    private async Task HappenAsync(object happened) => (await _app.Http.PostAsJsonAsync("/local/mail/events", happened)).EnsureSuccessStatusCode();

    private async Task SendAsync(params string[] to)
    {
        var message = new SendGridMessage
        {
            From = new EmailAddress("enroll@example.org"),
            Subject = "Hello",
            PlainTextContent = "Hello",
            Personalizations = [.. to.Select(address => new Personalization { Tos = [new EmailAddress(address)] })],
            CustomArgs = new Dictionary<string, string> { ["mail"] = "mail-1" },
        };
        Assert.True((await _app.SendGrid.SendEmailAsync(message)).IsSuccessStatusCode);
    }
}
