using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Health;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Health;

[Collection(AzuriteTests.Name)]
public sealed class OfficeTaskTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task The_office_lists_its_tasks_and_closes_one_by_its_reference()
    {
        await using var app = await TestApp.StartAsync(azurite);
        await AddAsync(app, "x/y#z?");
        await AddAsync(app, "x/y#z?");
        await AddAsync(app, "another");
        var before = await ListAsync(app);
        var seenTo = before.Single(task => (string)task["about"]! == "x/y#z?");

        var closed = await CloseAsync(app, (string)seenTo["reference"]!);

        Assert.Equal(204, closed);
        Assert.Equal(2, before.Length);
        Assert.Equal("mail-undeliverable", (string)seenTo["kind"]!);
        Assert.Equal(MiniGrantId.For("webhook:msg_1").Value, (string)seenTo["miniGrant"]!);
        Assert.Equal("another", (string)Assert.Single(await ListAsync(app))["about"]!);
    }

    [Theory]
    [InlineData("000000000000")]
    [InlineData("*")]
    public async Task What_is_not_on_the_list_cannot_be_closed(string reference)
    {
        await using var app = await TestApp.StartAsync(azurite);
        await AddAsync(app, "x");

        Assert.Equal(404, await CloseAsync(app, reference));
        Assert.Single(await ListAsync(app));
    }

    private static Task AddAsync(TestApp app, string about) => app.Get<OfficeTaskTable>().AddAsync(
        new OfficeTask(MiniGrantId.For("webhook:msg_1"), "mail-undeliverable", about, app.Clock.GetUtcNow()), CancellationToken.None);

    private static async Task<JsonNode[]> ListAsync(TestApp app)
    {
        var (_, json, _) = await (await Functions(app).ListAsync(Http.Request([], ""), CancellationToken.None)).SendAsync();
        return [.. json!["officeTasks"]!.AsArray().Select(task => task!)];
    }

    private static async Task<int> CloseAsync(TestApp app, string reference)
    {
        IResult answer = await Functions(app).CloseAsync(Http.Request([], ""), reference, CancellationToken.None);
        return (await answer.SendAsync()).Status;
    }

    private static OfficeTaskFunctions Functions(TestApp app) => new(app.Get<OfficeTaskTable>());
}
