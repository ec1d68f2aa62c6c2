using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Mailbox.Handling;
using TechPlan.Functions.Mailbox.Ledger;
using TechPlan.Functions.Mailbox.Notifications;
using TechPlan.Functions.Mailbox.Watch;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Mailbox;

[Collection(AzuriteTests.Name)]
public sealed class GraphWebhookTests(AzuriteFixture azurite)
{
    private const string Secret = "a-secret-of-the-tests";

    private readonly ScriptedEngine _engine = new();

    [Fact]
    public async Task The_handshake_is_answered_with_the_decoded_token_alone()
    {
        await using var app = await StartAsync();
        var (status, body, headers) = await PostAsync(app, "", "?validationToken=" + Uri.EscapeDataString("Validation: <b>1</b> & 2+2"));

        Assert.Equal(200, status);
        Assert.Equal("Validation: <b>1</b> & 2+2", body);
        Assert.Equal("text/plain", headers.ContentType);
        Assert.Equal("nosniff", headers.XContentTypeOptions);
    }

    [Theory]
    [InlineData("?validationToken=")]
    [InlineData("?validationToken=a&validationToken=b")]
    public async Task A_handshake_that_makes_no_sense_is_refused(string query)
    {
        await using var app = await StartAsync();

        Assert.Equal(400, (await PostAsync(app, "", query)).Status);
        Assert.Equal(400, (await PostAsync(app, "", "?validationToken=" + new string('x', 5000))).Status);
    }

    [Fact]
    public async Task New_mail_is_recorded_once_and_the_mailroom_is_told()
    {
        await using var app = await StartAsync();

        Assert.Equal(202, (await PostAsync(app, Body(Mail("AAkALg/A+=#?", Secret), Mail("two", Secret), Mail("two", Secret)))).Status);
        Assert.Equal(202, (await PostAsync(app, Body(Mail("two", Secret)))).Status);

        var waiting = await app.Get<ArrivalTable>().ListWaitingAsync(default);
        Assert.Equal(["AAkALg/A+=#?", "two"], waiting.Select(arrival => arrival.Key).Order(StringComparer.Ordinal));
        Assert.All(waiting, arrival => Assert.Equal(MailDoor.Graph, arrival.Door));
        Assert.Equal([MailroomOrchestration.InstanceId, MailroomOrchestration.InstanceId], _engine.Raised);
    }

    [Fact]
    public async Task What_does_not_bear_our_secret_is_left_alone_item_by_item()
    {
        await using var app = await StartAsync();

        Assert.Equal(202, (await PostAsync(app, Body(Mail("false", "another secret"), Mail("true", Secret), Lifecycle("missed", "")))).Status);
        Assert.Equal(202, (await PostAsync(app, Body(Mail("false", Secret + "x")))).Status);

        Assert.Equal("true", Assert.Single(await app.Get<ArrivalTable>().ListWaitingAsync(default)).Key);
        Assert.False(await app.Get<MailboxEvents>().AnyAsync(default));
        Assert.Single(_engine.Raised);
    }

    [Theory]
    [InlineData("reauthorizationRequired", true)]
    [InlineData("subscriptionRemoved", true)]
    [InlineData("missed", true)]
    [InlineData("somethingNew", false)]
    public async Task What_happens_to_the_subscription_is_recorded_and_left_to_the_mailroom(string lifecycle, bool isKnown)
    {
        await using var app = await StartAsync();

        Assert.Equal(202, (await PostAsync(app, Body(Lifecycle(lifecycle, Secret)))).Status);

        Assert.Equal(isKnown, await app.Get<IMailroom>().HasWorkAsync(default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{\"value\":1}")]
    [InlineData("{\"value\":[{\"clientState\":\"\\ud800\"}]}")]
    [InlineData("not json")]
    public async Task What_is_no_notification_is_refused(string body)
    {
        await using var app = await StartAsync();

        Assert.Equal(400, (await PostAsync(app, body)).Status);
    }

    [Fact]
    public async Task A_body_without_end_is_cut_short()
    {
        await using var app = await StartAsync();

        Assert.Equal(413, (await PostAsync(app, new string(' ', 1024 * 1024 + 1))).Status);
    }

    [Fact]
    public async Task Without_a_mailbox_there_is_no_such_door()
    {
        await using var app = await TestApp.StartAsync(azurite);

        Assert.Equal(404, (await PostAsync(app, "", "?validationToken=abc")).Status);
    }

    [Fact]
    public async Task What_could_not_be_recorded_is_not_said_to_be()
    {
        await using var app = await StartAsync();
        await app.Tables.Arrivals.DeleteAsync();

        await Assert.ThrowsAnyAsync<Azure.RequestFailedException>(() => PostAsync(app, Body(Mail("one", Secret))));
    }

    private Task<TestApp> StartAsync() => TestApp.StartAsync(azurite, ("TechPlan:Mailbox:Address", "mini-grants@example.org"), ("TechPlan:Mailbox:ClientState", Secret));

    private async Task<(int Status, string Body, IHeaderDictionary Headers)> PostAsync(TestApp app, string body, string query = "")
    {
        var request = Http.Request(Encoding.UTF8.GetBytes(body), "application/json");
        request.QueryString = new QueryString(query);
        var answer = await app.Make<GraphWebhook>().PostAsync(request, _engine, CancellationToken.None);
        using var sent = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider() };
        context.Response.Body = sent;
        await answer.ExecuteAsync(context);
        await context.Response.BodyWriter.FlushAsync();
        return (context.Response.StatusCode, Encoding.UTF8.GetString(sent.ToArray()), context.Response.Headers);
    }

    private static string Body(params JsonObject[] items) => new JsonObject { ["value"] = new JsonArray([.. items]) }.ToJsonString(JsonSerializerOptions.Web);

    private static JsonObject Mail(string id, string clientState) => new()
    {
        ["subscriptionId"] = "7f105c7d-2dc5-4530-97cd-4e7ae6534c07",
        ["changeType"] = "created",
        ["clientState"] = clientState,
        ["resource"] = "Users/1/Messages/" + id,
        ["resourceData"] = new JsonObject { ["@odata.type"] = "#Microsoft.Graph.Message", ["id"] = id },
    };

    private static JsonObject Lifecycle(string name, string clientState) => new()
    {
        ["subscriptionId"] = "7f105c7d-2dc5-4530-97cd-4e7ae6534c07",
        ["clientState"] = clientState,
        ["lifecycleEvent"] = name,
    };
}
