using System.Net;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Hosting;

[Collection(AzuriteTests.Name)]
public sealed class LocalPagesTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData("/local", "Inbox")]
    [InlineData("/local/clock", "now")]
    [InlineData("/local/mail.json", "[]")]
    public async Task The_local_pages_are_served_beside_the_app(string path, string content)
    {
        await using var app = await StartAsync();
        Assert.Contains(content, await app.Client.GetStringAsync(path), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_no_local_page_answers_is_not_found()
    {
        await using var app = await StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await app.Client.GetAsync("/local/nothing/here")).StatusCode);
    }

    private Task<SampleApp> StartAsync() => SampleApp.StartAsync(
        [],
        _ => { },
        $"--AzureWebJobsStorage={azurite.ConnectionString}",
        $"--AzureFunctionsJobHost:extensions:durableTask:hubName={azurite.NewName()}");
}
