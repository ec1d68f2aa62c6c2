using System.Net.Http.Json;
using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using TechPlan.Local.Mail;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Mail;

[Collection(AzuriteTests.Name)]
public sealed class MailTableTests(AzuriteFixture azurite)
{
    private const string Office = "office@example.org";

    [Fact]
    public async Task Table_Storage_keeps_drafts_and_mails_over_a_restart()
    {
        var table = azurite.NewName();
        string draft;
        string sent;
        await using (var app = await StartAsync(table))
        {
            draft = await DraftAsync(app, "draft");
            sent = await DraftAsync(app, "sent");
            await app.Graph.Users[Office].Messages[sent].Send.PostAsync();
        }

        await using var again = await StartAsync(table);
        var refusal = await Assert.ThrowsAsync<ODataError>(() => again.Graph.Users[Office].Messages[sent].Send.PostAsync());
        await again.Graph.Users[Office].Messages[draft].Send.PostAsync();

        Assert.Equal(404, refusal.ResponseStatusCode);
        var mails = await again.Http.GetFromJsonAsync<MailJson[]>("/local/mail.json");
        Assert.Equal(["sent", "draft"], mails!.Select(mail => mail.Subject));
    }

    [Fact]
    public async Task A_long_mail_is_cut_into_properties_and_put_together_again()
    {
        // Random letters do not compress, so this takes several properties of 64 KiB.
        var text = Convert.ToHexString(RandomNumberGenerator.GetBytes(200_000));
        var table = azurite.NewName();
        await using (var app = await StartAsync(table))
        {
            var id = await DraftAsync(app, "long", text);
            await app.Graph.Users[Office].Messages[id].Send.PostAsync();
        }

        await using var again = await StartAsync(table);
        var mails = await again.Http.GetFromJsonAsync<MailJson[]>("/local/mail.json");

        Assert.Equal(text, Assert.Single(mails!).Text);
    }

    [Fact]
    public async Task A_mail_that_no_row_can_hold_is_refused()
    {
        await using var app = await StartAsync(azurite.NewName());

        var error = await Assert.ThrowsAsync<ODataError>(() => DraftAsync(app, "huge", Convert.ToHexString(RandomNumberGenerator.GetBytes(2_000_000))));

        Assert.Equal((413, "ErrorMessageSizeExceeded"), (error.ResponseStatusCode, error.Error!.Code));
    }

    private Task<MailApp> StartAsync(string table) => MailApp.StartAsync(services => services.Configure<LocalMailOptions>(mail =>
    {
        mail.Tables = azurite.Service();
        mail.TableName = table;
    }));

    private static async Task<string> DraftAsync(MailApp app, string subject, string text = "x")
    {
        var draft = await app.Graph.Users[Office].Messages.PostAsync(new Message
        {
            Subject = subject,
            Body = new ItemBody { ContentType = BodyType.Text, Content = text },
            ToRecipients = [new Recipient { EmailAddress = new EmailAddress { Address = "a@example.org" } }],
        });
        return draft!.Id!;
    }
}
