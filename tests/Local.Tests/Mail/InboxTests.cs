using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using SendGrid.Helpers.Mail;

namespace TechPlan.Local.Tests.Mail;

public sealed class InboxTests
{
    private const string Hostile = "<script>alert(1)</script>\u202Eevil\u202C \"' & </title>";

    [Fact]
    public async Task An_empty_inbox_says_how_to_fill_it()
    {
        await using var app = await MailApp.StartAsync();

        var page = await app.Http.GetStringAsync("/local");

        Assert.Contains("No mail yet", page, StringComparison.Ordinal);
        Assert.Contains("Send the sample request", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_subject_is_shown_as_text_and_kept_in_its_own_direction()
    {
        await using var app = await MailApp.StartAsync();
        await SendAsync(app, Hostile, "<img src=x onerror=alert(2)>");
        var id = (await app.Http.GetFromJsonAsync<MailJson[]>("/local/mail.json"))![0].Id;

        foreach (var page in new[] { await app.Http.GetStringAsync("/local"), await app.Http.GetStringAsync($"/local/mail/{id}") })
        {
            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page, StringComparison.Ordinal);
            Assert.Matches("""<(bdi|h1 dir="auto")>&lt;script""", page);
        }
    }

    [Fact]
    public async Task The_html_of_a_mail_has_no_rights()
    {
        await using var app = await MailApp.StartAsync();
        await SendAsync(app, "Hello", "<p title='\"'>Hello</p><script>alert(1)</script>");
        var id = (await app.Http.GetFromJsonAsync<MailJson[]>("/local/mail.json"))![0].Id;

        using var response = await app.Http.GetAsync($"/local/mail/{id}");
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains("default-src 'none'", response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("sandbox=\"allow-top-navigation-by-user-activation allow-popups allow-popups-to-escape-sandbox\"", page, StringComparison.Ordinal);
        Assert.Contains("srcdoc=\"&lt;base target=&quot;_top&quot;&gt;&lt;p title=&#x27;&quot;&#x27;&gt;", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_mails_are_a_page_newest_first()
    {
        await using var app = await MailApp.StartAsync();
        for (var number = 1; number <= 51; number++)
        {
            await SendAsync(app, string.Create(CultureInfo.InvariantCulture, $"Mail {number:00}"), "x");
        }

        var first = await app.Http.GetStringAsync("/local");
        var second = await app.Http.GetStringAsync("/local?page=2");

        Assert.True(first.IndexOf("Mail 51", StringComparison.Ordinal) < first.IndexOf("Mail 50", StringComparison.Ordinal));
        Assert.DoesNotContain("Mail 01", first, StringComparison.Ordinal);
        Assert.Contains("href=\"/local?page=2\">Older", first, StringComparison.Ordinal);
        Assert.Contains("Mail 01", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("to=ann", "Registered", "Rejected")]
    [InlineData("q=rejected", "Rejected", "Registered")]
    [InlineData("q=room+204", "Registered", "Rejected")]
    public async Task It_can_be_searched_by_recipient_and_by_words(string query, string found, string missed)
    {
        await using var app = await MailApp.StartAsync();
        await SendAsync(app, "Registered", "Come to ROOM 204", "ann@example.org");
        await SendAsync(app, "Rejected", "Sorry", "bob@example.org");

        var page = await app.Http.GetStringAsync($"/local?{query}");

        Assert.Contains(found, page, StringComparison.Ordinal);
        Assert.DoesNotContain(missed, page, StringComparison.Ordinal);
        Assert.Contains("1 of 2 mails match", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_that_is_not_there_is_said_so()
    {
        await using var app = await MailApp.StartAsync();

        using var response = await app.Http.GetAsync("/local/mail/nothing");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("No such mail", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static async Task SendAsync(MailApp app, string subject, string html, string to = "a@example.org")
    {
        var response = await app.SendGrid.SendEmailAsync(new SendGridMessage
        {
            From = new EmailAddress("office@example.org"),
            Subject = subject,
            HtmlContent = html,
            Personalizations = [new Personalization { Tos = [new EmailAddress(to)] }],
        });
        Assert.True(response.IsSuccessStatusCode);
    }
}
