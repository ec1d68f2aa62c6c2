using Azure;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Health;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Health;

[Collection(AzuriteTests.Name)]
public sealed class HealthTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_healthy_app_says_so_and_lists_what_waits_for_the_office()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var task = new OfficeTask(MiniGrantId.For("webhook:msg_1"), "mail-undeliverable", "mail|000001|00|x", app.Clock.GetUtcNow());
        await app.Get<OfficeTaskTable>().AddAsync(task, CancellationToken.None);

        var (status, json, _) = await (await Functions(app).GetAsync(Http.Request([], ""), CancellationToken.None)).SendAsync();

        Assert.Equal(200, status);
        Assert.Equal("healthy", (string)json!["status"]!);
        Assert.Equal(1, (int)json["openOfficeTasks"]!);
        Assert.Equal(task.Id!.Value.Value, (string)json["officeTasks"]![0]!["miniGrant"]!);
    }

    [Fact]
    public async Task Without_storage_it_is_unhealthy()
    {
        await using var app = await TestApp.StartAsync(azurite);
        app.Requests.Answer = _ => throw new RequestFailedException(503, "Busy.", "ServerBusy", null);

        var (status, json, _) = await (await Functions(app).GetAsync(Http.Request([], ""), CancellationToken.None)).SendAsync();

        Assert.Equal(503, status);
        Assert.Equal("unhealthy", (string)json!["status"]!);
    }

    [Fact]
    public async Task Asked_again_at_once_it_does_not_look_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        var functions = Functions(app);
        await functions.GetAsync(Http.Request([], ""), CancellationToken.None);
        var before = app.Requests.Requests.Count;

        await functions.GetAsync(Http.Request([], ""), CancellationToken.None);

        Assert.Equal(before, app.Requests.Requests.Count);
    }

    private static HealthFunctions Functions(TestApp app) => new(app.Get<HealthChecker>());
}
