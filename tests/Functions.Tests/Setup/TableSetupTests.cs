using Azure;
using Microsoft.Extensions.Logging.Abstractions;
using TechPlan.Functions.Setup;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Setup;

[Collection(AzuriteTests.Name)]
public sealed class TableSetupTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task Storage_that_is_down_does_not_keep_the_app_from_starting()
    {
        await using var app = await TestApp.StartAsync(azurite);
        app.Requests.Answer = _ => throw new RequestFailedException(503, "Busy.", "ServerBusy", null);
        using var setup = new TableSetup(app.Tables, NullLogger<TableSetup>.Instance);

        await setup.StartingAsync(CancellationToken.None);
        await setup.StartAsync(CancellationToken.None);

        Assert.False(setup.ExecuteTask!.IsCompleted);
        await setup.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Tables_that_are_there_leave_nothing_to_try_again()
    {
        await using var app = await TestApp.StartAsync(azurite);
        using var setup = new TableSetup(app.Tables, NullLogger<TableSetup>.Instance);

        await setup.StartingAsync(CancellationToken.None);
        await setup.StartAsync(CancellationToken.None);

        await setup.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(10));
    }
}
