using System.Net.Http.Json;
using Microsoft.Graph.Models;
using SendGrid.Helpers.Mail;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Tests.Mail;

public sealed class MailStoreTests
{
    [Fact]
    public async Task Mails_and_drafts_outlive_the_process_in_their_order()
    {
        var rows = new ForgetfulRows();
        string draft;
        await using (var app = await MailApp.StartAsync(rows))
        {
            app.Clock.FreezeAt(app.Clock.GetUtcNow());
            draft = (await app.Graph.Users["office@example.org"].Messages.PostAsync(Draft()))!.Id!;
            await app.SendGrid.SendEmailAsync(Mail("first"));
            await app.SendGrid.SendEmailAsync(Mail("second"));
        }

        await using var again = await MailApp.StartAsync(rows);
        await again.Graph.Users["office@example.org"].Messages[draft].Send.PostAsync();
        await again.SendGrid.SendEmailAsync(Mail("fourth"));

        var mails = await again.Http.GetFromJsonAsync<MailJson[]>("/local/mail.json");
        Assert.Equal(["first", "second", "third", "fourth"], mails!.Select(mail => mail.Subject));
    }

    [Fact]
    public async Task Mails_bear_the_time_of_the_app()
    {
        await using var app = await MailApp.StartAsync();
        var later = DateTimeOffset.UtcNow.AddDays(40);
        app.Clock.FreezeAt(later);

        await app.SendGrid.SendEmailAsync(Mail("later"));

        var mails = await app.Http.GetFromJsonAsync<MailJson[]>("/local/mail.json");
        Assert.Equal(later, Assert.Single(mails!).SentAt);
    }

    private static Message Draft() => new()
    {
        Subject = "third",
        Body = new ItemBody { ContentType = BodyType.Text, Content = "x" },
        ToRecipients = [new Recipient { EmailAddress = new Microsoft.Graph.Models.EmailAddress { Address = "a@example.org" } }],
    };

    private static SendGridMessage Mail(string subject) => new()
    {
        From = new SendGrid.Helpers.Mail.EmailAddress("office@example.org"),
        Subject = subject,
        PlainTextContent = "x",
        Personalizations = [new Personalization { Tos = [new SendGrid.Helpers.Mail.EmailAddress("a@example.org")] }],
    };
}
