using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Intake;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Intake;

[Collection(AzuriteTests.Name)]
public sealed class FormWebhookTests(AzuriteFixture azurite)
{
    private readonly ScriptedEngine _engine = new();

    [Fact]
    public async Task An_accepted_request_is_kept_and_started()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, json, headers) = await PostAsync(app, WebhookForms.Body(), "msg_1");

        var id = MiniGrantId.For("webhook:msg_1").Value;
        Assert.Equal(202, status);
        Assert.Equal(id, (string)json!["id"]!);
        Assert.StartsWith("https://techplan.example.org/status/", (string)json["statusUrl"]!, StringComparison.Ordinal);
        Assert.Equal((string)json["statusUrl"]!, headers.Location.ToString());
        Assert.Equal([id], _engine.Started);
    }

    [Fact]
    public async Task It_costs_two_requests_to_the_table_service()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await PostAsync(app, WebhookForms.Body(), "msg_warm");
        var before = app.Requests.Requests.Count;

        await PostAsync(app, WebhookForms.Body(), "msg_1");

        Assert.Equal(2, app.Requests.Requests.Count - before);
    }

    [Fact]
    public async Task The_same_webhook_again_is_the_same_request()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var first = await PostAsync(app, WebhookForms.Body(), "msg_1");

        var again = await PostAsync(app, WebhookForms.Body(), "msg_1");

        Assert.Equal(200, again.Status);
        Assert.Equal((string)first.Json!["id"]!, (string)again.Json!["id"]!);
        Assert.Single(_engine.Started);
        Assert.Single(_engine.Raised);
    }

    [Fact]
    public async Task Ten_deliveries_at_once_are_one_request()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => PostAsync(app, WebhookForms.Body(), "msg_1")));

        Assert.Single(answers, answer => answer.Status == 202);
        Assert.Equal(9, answers.Count(answer => answer.Status == 200));
        Assert.Single(answers.Select(answer => (string)answer.Json!["id"]!).Distinct());
    }

    [Fact]
    public async Task A_second_delivery_counts_even_when_the_request_would_be_too_late_by_now()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await PostAsync(app, WebhookForms.Body(), "msg_1");
        app.Clock.FreezeAt(new DateTimeOffset(2099, 11, 3, 12, 0, 0, TimeSpan.Zero));

        Assert.Equal(200, (await PostAsync(app, WebhookForms.Body(), "msg_1")).Status);
        Assert.Equal(422, (await PostAsync(app, WebhookForms.Body(), "msg_2")).Status);
    }

    [Fact]
    public async Task Two_sources_that_share_an_id_become_two_mini_grants()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var id = MiniGrantId.For("webhook:msg_1");
        await app.Get<IntakeService>().TakeInAsync(WebhookForms.Incoming("msg_1"), CancellationToken.None);
        var row = (await app.Tables.OpenWork.QueryAsync<TableEntity>($"RowKey eq '{id}'").ToListAsync()).Single();
        row["Source"] = "webhook:another";
        await app.Tables.OpenWork.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);

        var (status, json, _) = await PostAsync(app, WebhookForms.Body(), "msg_1");

        Assert.Equal(202, status);
        Assert.Equal(MiniGrantId.For("webhook:msg_1", attempt: 1).Value, (string)json!["id"]!);
    }

    [Fact]
    public async Task A_request_is_kept_though_the_engine_cannot_be_reached()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var answer = await PostAsync(app, WebhookForms.Body(), "msg_1", ScriptedEngine.Down());

        Assert.Equal(202, answer.Status);
        Assert.Single(await app.Tables.OpenWork.QueryAsync<TableEntity>().ToListAsync());
    }

    [Fact]
    public async Task MG_02_MG_04_What_is_refused_says_all_reasons_and_is_kept_as_typed()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var body = WebhookForms.Body(form =>
        {
            form["session"]!["date"] = "2099-09-15";
            form["submitter"]!["email"] = "somebody@example.org";
        });

        var (status, json, headers) = await PostAsync(app, body, "msg_1");

        Assert.Equal(422, status);
        Assert.StartsWith("application/problem+json", headers.ContentType.ToString(), StringComparison.Ordinal);
        Assert.Equal(["/session/date", "/submitter/email"], Errors(json).Select(error => (string)error["pointer"]!));
        Assert.All(Errors(json), error => Assert.NotEmpty((string)error["code"]!));
        Assert.Contains("September 22, 2099", (string)Errors(json)[0]["detail"]!, StringComparison.Ordinal);
        var kept = Assert.Single(await app.Tables.Refused.QueryAsync<TableEntity>().ToListAsync());
        Assert.Equal(body, kept.GetBinary("Body"));
    }

    [Fact]
    public async Task MG_02_MG_05_What_is_too_soon_is_said_together_with_what_is_missing_and_unreadable()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (_, json, _) = await PostAsync(app, WebhookForms.Body(form =>
        {
            form["expectedParticipants"] = "20";
            form["title"] = "";
            form["session"]!["date"] = "2099-09-15";
        }), "msg_1");

        Assert.Equal(["/expectedParticipants", "/title", "/session/date"], Errors(json).Select(error => (string)error["pointer"]!));
    }

    [Fact]
    public async Task MG_05_A_date_that_cannot_be_meant_is_not_also_too_soon()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (_, json, _) = await PostAsync(app, WebhookForms.Body(form => form["session"]!["date"] = "0206-09-15"), "msg_1");

        Assert.Equal("out-of-range", (string)Assert.Single(Errors(json))["code"]!);
    }

    [Fact]
    public async Task MG_05_A_field_that_cannot_be_read_is_not_also_missing()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (_, json, _) = await PostAsync(app, WebhookForms.Body(form =>
        {
            form["expectedParticipants"] = "20";
            form["session"] = "Wednesday";
            form["title"] = "";
        }), "msg_1");

        Assert.Equal(["/session", "/expectedParticipants", "/title"], Errors(json).Select(error => (string)error["pointer"]!));
    }

    [Fact]
    public async Task MG_03_Thirty_one_partner_schools_are_one_error()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var partners = Enumerable.Range(0, 31).Select(_ => (JsonNode)new JsonObject { ["school"] = "School 044", ["expectedParticipants"] = 1 });

        var (status, json, _) = await PostAsync(app, WebhookForms.Body(form => form["partnerSchools"] = new JsonArray([.. partners])), "msg_1");

        Assert.Equal(422, status);
        Assert.Equal("/partnerSchools", (string)Assert.Single(Errors(json))["pointer"]!);
    }

    [Fact]
    public async Task Broken_JSON_is_refused_with_the_place()
    {
        await using var app = await TestApp.StartAsync(azurite);

        var (status, json, _) = await PostAsync(app, "{\"leadSchool\": \"School 0"u8.ToArray(), "msg_1");

        Assert.Equal(422, status);
        var error = Assert.Single(Errors(json));
        Assert.Equal(("", "not-json"), ((string)error["pointer"]!, (string)error["code"]!));
        Assert.Contains("line 1, byte", (string)error["detail"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_signature_is_refused_and_nothing_is_kept()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var request = Http.Request(WebhookForms.Body(), "application/json", WebhookForms.Sign(WebhookForms.Body(), "msg_1", app.Clock.GetUtcNow().AddHours(1)));

        Assert.Equal(401, (await (await Webhook(app).PostAsync(request, _engine, CancellationToken.None)).SendAsync()).Status);
        Assert.Empty(await app.Tables.Refused.QueryAsync<TableEntity>().ToListAsync());
    }

    [Theory]
    [InlineData(256 * 1024, 422)]
    [InlineData((256 * 1024) + 1, 413)]
    public async Task More_than_256_KB_are_refused(int octets, int expected)
    {
        await using var app = await TestApp.StartAsync(azurite);

        Assert.Equal(expected, (await PostAsync(app, Encoding.ASCII.GetBytes(new string(' ', octets)), "msg_1")).Status);
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("", 415)]
    [InlineData("application/json; charset=utf-8", 202)]
    public async Task Only_JSON_is_read(string contentType, int expected)
    {
        await using var app = await TestApp.StartAsync(azurite);

        Assert.Equal(expected, (await PostAsync(app, WebhookForms.Body(), "msg_1", contentType: contentType)).Status);
    }

    private static JsonNode[] Errors(JsonNode? problem) => [.. problem!["errors"]!.AsArray().Select(error => error!)];

    private static FormWebhook Webhook(TestApp app) => new(
        app.Get<WebhookSignature>(), app.Get<IntakeService>(), app.Get<IntakeAnswers>(), app.Get<IOptions<MiniGrantPolicy>>());

    private async Task<(int Status, JsonNode? Json, IHeaderDictionary Headers)> PostAsync(
        TestApp app, byte[] body, string webhookId, ScriptedEngine? engine = null, string contentType = "application/json")
    {
        var request = Http.Request(body, contentType, WebhookForms.Sign(body, webhookId, app.Clock.GetUtcNow()));
        return await (await Webhook(app).PostAsync(request, engine ?? _engine, CancellationToken.None)).SendAsync();
    }
}
