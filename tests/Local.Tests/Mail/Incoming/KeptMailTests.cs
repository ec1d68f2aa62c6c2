using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Graph.Models;
using Microsoft.Graph.Users.Item.Messages.Item.Move;
using TechPlan.Local.Mail;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Mail.Incoming;

/// <summary>What came in, over a restart.</summary>
[Collection(AzuriteTests.Name)]
public sealed class KeptMailTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Mails_folders_and_large_files_outlive_the_process()
    {
        var table = azurite.NewName();
        var content = RandomNumberGenerator.GetBytes(22 * 1024 * 1024);
        Letters.Arrived arrived;
        string folder;
        await using (var app = await StartAsync(table))
        {
            arrived = await app.DeliverAsync(Letters.WithFiles(("Content-Type: application/pdf; name=scan.pdf", content)));
            folder = (await app.Graph.Users[Letters.Intake].MailFolders.PostAsync(new MailFolder { DisplayName = "Processed" }))!.Id!;
            await app.Graph.Users[Letters.Intake].Messages[arrived.Id].Move.PostAsync(new MovePostRequestBody { DestinationId = folder });
        }

        await using var again = await StartAsync(table);
        var message = Assert.Single((await again.Graph.Users[Letters.Intake].MailFolders[folder].Messages.GetAsync(request => request.Headers.Add("Prefer", "IdType=\"ImmutableId\"")))!.Value!);
        var attachment = (await again.Graph.Users[Letters.Intake].Messages[message.Id].Attachments.GetAsync(request => request.Headers.Add("Prefer", "IdType=\"ImmutableId\"")))!.Value![0];
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/local/graph/v1.0/users/{Letters.Intake}/messages/{message.Id}/attachments/{attachment.Id}/$value");
        request.Headers.Add("Prefer", "IdType=\"ImmutableId\"");
        using var response = await again.Http.SendAsync(request);

        Assert.Equal((arrived.Id, "scan.pdf"), (message.Id, attachment.Name));
        Assert.Equal(content, await response.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task What_came_in_is_listed_with_its_folder_and_not_counted_as_a_request_to_Graph()
    {
        await using var app = await StartAsync(azurite.NewName());
        var first = await app.DeliverAsync(Letters.Plain("First", messageId: "<first@mail.example.org>"));
        await app.DeliverAsync(Letters.Plain("Second", messageId: "<second@mail.example.org>"));
        await app.Graph.Users[Letters.Intake].Messages[first.Id].Move.PostAsync(new MovePostRequestBody { DestinationId = "archive" });
        await app.Http.DeleteAsync(new Uri("/local/mail/statistics", UriKind.Relative));

        var listed = (await app.Http.GetFromJsonAsync<JsonArray>($"/local/mailboxes/{Letters.Intake}/messages"))!;
        var statistics = (await app.Http.GetFromJsonAsync<JsonObject>("/local/mail/statistics"))!;

        Assert.Equal([("First", "Archive", "<first@mail.example.org>"), ("Second", "Inbox", "<second@mail.example.org>")],
            listed.Select(mail => ((string?)mail!["subject"], (string?)mail["folder"], (string?)mail["internetMessageId"])));
        Assert.Equal(0, (int)statistics["requests"]!);
    }

    private Task<MailApp> StartAsync(string table) => MailApp.StartAsync(services => services.Configure<LocalMailOptions>(mail =>
    {
        mail.Tables = azurite.Service();
        mail.TableName = table;
    }));
}
