using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.Extensions.Options;
using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Mail.Events;
using TechPlan.Functions.Mail.Webhooks;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Mail.Delivery;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Mail.Delivery.TestDistrict;

namespace TechPlan.Functions.Tests.Mail.Events;

[Collection(AzuriteTests.Name)]
public sealed class MailEventFunctionsTests(AzuriteFixture azurite) : IDisposable
{
    private readonly SendGridKey _key = new();

    public void Dispose() => _key.Dispose();

    [Fact]
    public async Task Mail_states_follow_and_the_record_tells_them()
    {
        await using var town = await ConfirmedAsync(registered: 4);

        var (status, json) = await PostAsync(town, Event("delivered", 0), Event("bounce", 1), Event("deferred", 2), Event("processed", 3));

        Assert.Equal(200, status);
        Assert.Equal((3, 0, 1, 0), ((int)json!["events"]!, (int)json["again"]!, (int)json["ignored"]!, (int)json["malformed"]!));
        var told = (await RecordsAsync(town)).Select(record => (record.Delivery?.State, record.Recipients)).ToArray();
        Assert.Equal([(null, 1), (DeliveryState.Deferred, 1), (DeliveryState.Delivered, 1), (DeliveryState.Bounced, 1)], told);
    }

    [Fact]
    public async Task A_suppressed_recipient_is_a_task_once_even_after_it_was_closed()
    {
        await using var town = await ConfirmedAsync(registered: 2);
        var dropped = Event("dropped", 0, ("reason", "Bounced Address"));

        await PostAsync(town, dropped);
        var task = Assert.Single(await town.The<OfficeTaskTable>().ListAsync(default));
        Assert.Equal((Id, "mail-undeliverable"), (task.Id, task.Kind));
        Assert.StartsWith("SessionConfirmed.RegisteredPeople.", task.About, StringComparison.Ordinal);
        await town.The<OfficeTaskTable>().CloseAsync(task.Reference, default);
        var (_, again) = await PostAsync(town, dropped);

        Assert.Equal(1, (int)again!["again"]!);
        Assert.Empty(await town.The<OfficeTaskTable>().ListAsync(default));
    }

    [Fact]
    public async Task A_spam_report_is_a_task_of_its_own()
    {
        await using var town = await ConfirmedAsync(registered: 1);

        await PostAsync(town, Event("delivered", 0), Event("spamreport", 0));

        Assert.Equal("mail-reported-as-spam", Assert.Single(await town.The<OfficeTaskTable>().ListAsync(default)).Kind);
    }

    [Fact]
    public async Task Duplicates_and_any_order_end_alike()
    {
        await using var town = await ConfirmedAsync(registered: 1);
        var (bounce, delivered) = (Event("bounce", 0), Event("delivered", 0));

        await PostAsync(town, bounce, bounce);
        await PostAsync(town, delivered);
        await PostAsync(town, delivered, bounce);

        Assert.Equal(DeliveryState.Bounced, Assert.Single(await RecordsAsync(town)).Delivery!.State);
        Assert.Equal(2, (await town.The<TechPlanTables>().MailEvents.QueryAsync<TableEntity>().ToListAsync()).Count);
    }

    [Fact]
    public async Task An_event_that_overtakes_the_sender_neither_gets_lost_nor_in_its_way()
    {
        await using var town = await TownAsync();
        await town.ConfirmAsync(registered: 1);
        town.Trouble.Begin();
        town.Trouble.KillAfter = "/mail/send";
        await Assert.ThrowsAnyAsync<Exception>(() => town.The<Functions.Grants.IMailDelivery>().DeliverAsync(Id, town.Trouble.Run));

        town.Trouble.Begin();
        await PostAsync(town, Event("delivered", 0));
        await town.DeliverAtLastAsync();

        var record = Assert.Single(await RecordsAsync(town));
        Assert.Equal((MailState.Sent, DeliveryState.Delivered), (record.State, record.Delivery!.State));
        Assert.Single(await town.MailsAsync(), mail => mail.Carrier == "sendgrid");
    }

    [Fact]
    public async Task Events_of_1200_people_in_posts_at_once_are_all_taken_in()
    {
        await using var town = await ConfirmedAsync(registered: 1200);

        var posts = Enumerable.Range(0, 1200).Select(n => Event(n % 10 == 0 ? "bounce" : "delivered", n)).Chunk(300);
        var answers = await Task.WhenAll(posts.Select(post => PostAsync(town, post)));

        Assert.All(answers, answer => Assert.Equal(200, answer.Status));
        var counts = (await RecordsAsync(town)).ToDictionary(record => record.Delivery!.State, record => record.Recipients);
        Assert.Equal((1080, 120), (counts[DeliveryState.Delivered], counts[DeliveryState.Bounced]));
        Assert.Single(await town.The<OfficeTaskTable>().ListAsync(default));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whenever_it_dies_the_next_post_of_the_same_makes_up_for_it(bool afterwards)
    {
        var killed = true;
        for (var step = 1; killed; step++)
        {
            await using var town = await ConfirmedAsync(registered: 2);
            JsonObject[] events = [Event("delivered", 0), Event("bounce", 1)];
            town.Trouble.Begin(step, afterwards);
            killed = await Record.ExceptionAsync(() => PostAsync(town, events)) is not null;

            town.Trouble.Begin();
            Assert.Equal(200, (await PostAsync(town, events)).Status);
            Assert.Equal([DeliveryState.Delivered, DeliveryState.Bounced], (await RecordsAsync(town)).Select(record => record.Delivery!.State));
            Assert.Single(await town.The<OfficeTaskTable>().ListAsync(default));
            Assert.Equal(2, (await town.The<TechPlanTables>().MailEvents.QueryAsync<TableEntity>().ToListAsync()).Count);
        }
    }

    [Fact]
    public async Task Events_about_mails_that_were_never_sent_change_nothing()
    {
        await using var town = await ConfirmedAsync(registered: 1);

        var (status, json) = await PostAsync(town, Event("bounce", 77));

        Assert.Equal((200, 1), (status, (int)json!["ignored"]!));
        Assert.Null(Assert.Single(await RecordsAsync(town)).Delivery);
        Assert.Empty(await town.The<OfficeTaskTable>().ListAsync(default));
    }

    [Fact]
    public async Task Old_events_are_removed()
    {
        await using var town = await ConfirmedAsync(registered: 1);
        await PostAsync(town, Event("delivered", 0));

        Assert.Equal(0, await town.The<MailEventTable>().RemoveBeforeAsync(town.Clock.Now, default));
        Assert.Equal(1, await town.The<MailEventTable>().RemoveBeforeAsync(town.Clock.Now.AddDays(2), default));
    }

    [Fact]
    public async Task What_is_not_signed_is_refused_and_without_keys_the_door_is_closed()
    {
        await using var town = await ConfirmedAsync(registered: 1);
        var body = Encoding.UTF8.GetBytes("[]");
        using var other = new SendGridKey();

        Assert.Equal(401, (await (await Door(town).PostAsync(Http.Request(body, "application/json"), default)).SendAsync()).Status);
        Assert.Equal(401, (await (await Door(town).PostAsync(Http.Request(body, "application/json", other.Sign(body, town.Clock.Now)), default)).SendAsync()).Status);
        Assert.Equal(404, (await (await Door(town, keys: []).PostAsync(Http.Request(body, "application/json", _key.Sign(body, town.Clock.Now)), default)).SendAsync()).Status);
    }

    [Theory]
    [InlineData("not json", 400)]
    [InlineData("{}", 400)]
    [InlineData("[1, null, \"\", {\"event\": {}}]", 200)]
    public async Task Bad_content_is_never_a_fault_of_ours(string text, int expected)
    {
        await using var town = await TownAsync();
        var body = Encoding.UTF8.GetBytes(text);

        Assert.Equal(expected, (await (await Door(town).PostAsync(Http.Request(body, "application/json", _key.Sign(body, town.Clock.Now)), default)).SendAsync()).Status);
    }

    [Fact]
    public async Task More_than_a_megabyte_is_refused()
    {
        await using var town = await TownAsync();
        var body = new byte[(1024 * 1024) + 1];

        Assert.Equal(413, (await (await Door(town).PostAsync(Http.Request(body, "application/json", _key.Sign(body, town.Clock.Now)), default)).SendAsync()).Status);
    }

    private async Task<MailTown> ConfirmedAsync(int registered)
    {
        var town = await TownAsync();
        await town.ConfirmAsync(registered);
        await town.DeliverAsync();
        return town;
    }

    private async Task<MailTown> TownAsync()
    {
        var town = await MailTown.BuildAsync(azurite, ("TechPlan:SendGrid:EventKeys", _key.Public));
        await town.FoundAsync();
        return town;
    }

    private static MailEventFunctions Door(MailTown town, string[]? keys = null) => new(
        town.The<MailEventService>(),
        keys is null ? town.The<IOptions<SendGridWebhookOptions>>() : Options.Create(new SendGridWebhookOptions { EventKeys = keys }),
        town.Clock);

    private async Task<(int Status, JsonNode? Json)> PostAsync(MailTown town, params JsonObject[] events)
    {
        var body = Encoding.UTF8.GetBytes($"[{string.Join(",\r\n", events.Select(happened => happened.ToJsonString()))}]\r\n");
        var answer = await (await Door(town).PostAsync(Http.Request(body, "application/json", _key.Sign(body, town.Clock.Now)), town.Trouble.Run)).SendAsync();
        return (answer.Status, answer.Json);
    }

    /// <summary>What happened to the mail that told a registered person of the confirmation.</summary>
    private static JsonObject Event(string kind, int person, params (string Name, string Value)[] members)
    {
        var happened = new JsonObject
        {
            ["email"] = FormattableString.Invariant($"Person{person:D4}@example.org"),
            ["timestamp"] = Confirmed.At.AddMinutes(1).ToUnixTimeSeconds(),
            ["event"] = kind,
            ["sg_event_id"] = FormattableString.Invariant($"{kind}-{person}"),
            ["category"] = new JsonArray("a", "b"),
            ["attempt"] = "1",
            ["mail"] = $"{Id}.000003.03.0",
            ["mini_grant"] = Id.Value,
        };
        foreach (var (name, value) in members)
        {
            happened[name] = value;
        }

        return happened;
    }

    private static async Task<IReadOnlyList<MailRecord>> RecordsAsync(MailTown town) =>
        [.. (await town.The<MailRecords>().ListAsync(Id, default)).Where(record => record is { Kind: NoticeKind.SessionConfirmed, To: Audience.RegisteredPeople })];
}
