using System.Net;
using SendGrid;
using SendGrid.Helpers.Errors.Model;
using SendGrid.Helpers.Mail;

namespace TechPlan.Local.Tests.SendGridClients;

public sealed class SendGridClientTests
{
    private const string Refusal = """{"errors":[{"message":"The subject is required.","field":"subject","help":null}]}""";

    [Fact]
    public async Task A_send_goes_to_the_version_and_path_of_the_host_with_the_key()
    {
        using var handler = new RecordingHandler(HttpStatusCode.Accepted);
        using var http = new HttpClient(handler);
        var options = new SendGridClientOptions { ApiKey = "SG.key", Host = "http://localhost:7071/local/sendgrid" };

        var response = await new SendGridClient(http, options).SendEmailAsync(Hello());

        Assert.True(response.IsSuccessStatusCode);
        Assert.Equal("http://localhost:7071/local/sendgrid/v3/mail/send", handler.Request!.RequestUri!.ToString());
        Assert.Equal(HttpMethod.Post, handler.Request.Method);
        Assert.Equal("Bearer SG.key", handler.Request.Headers.Authorization!.ToString());
        Assert.Equal("application/json", handler.Request.Content!.Headers.ContentType!.ToString());
    }

    [Fact]
    public async Task A_refusal_is_an_answer_and_is_not_tried_again()
    {
        using var handler = new RecordingHandler(HttpStatusCode.ServiceUnavailable, Refusal);
        using var http = new HttpClient(handler);

        var response = await new SendGridClient(http, new SendGridClientOptions { ApiKey = "k" }).SendEmailAsync(Hello());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.False(response.IsSuccessStatusCode);
        Assert.Equal(1, handler.Calls);
        Assert.Contains("errors", await response.DeserializeResponseBodyAsync());
    }

    [Fact]
    public async Task A_refusal_is_an_exception_when_asked_for()
    {
        using var handler = new RecordingHandler(HttpStatusCode.BadRequest, Refusal);
        using var http = new HttpClient(handler);
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = "k", HttpErrorAsException = true });

        var thrown = await Assert.ThrowsAsync<BadRequestException>(() => client.SendEmailAsync(Hello()));

        Assert.Contains("The subject is required.", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("\"FieldWithError\":\"subject\"", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Query_parameters_come_from_json()
    {
        using var handler = new RecordingHandler(HttpStatusCode.OK, "{}");
        using var http = new HttpClient(handler);
        var client = new SendGridClient(http, new SendGridClientOptions { ApiKey = "k" });

        await client.RequestAsync(BaseClient.Method.GET, urlPath: "messages", queryParams: """{"limit":10,"id":["a","b"]}""");

        Assert.Equal("https://api.sendgrid.com/v3/messages?limit=10&id=a&id=b", handler.Request!.RequestUri!.ToString());
    }

    [Theory]
    [InlineData("eu", "https://api.eu.sendgrid.com/")]
    [InlineData("global", "https://api.sendgrid.com/")]
    public void A_region_chooses_the_host(string region, string host) =>
        Assert.Equal(host, new SendGridClientOptions().SetDataResidency(region).Host);

    [Fact]
    public void An_unknown_region_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => new SendGridClientOptions().SetDataResidency("moon"));

    private static SendGridMessage Hello() => new()
    {
        From = new EmailAddress("office@example.org"),
        Subject = "Hello",
        PlainTextContent = "Hello",
        Personalizations = [new Personalization { Tos = [new EmailAddress("a@example.org")] }],
    };
}
