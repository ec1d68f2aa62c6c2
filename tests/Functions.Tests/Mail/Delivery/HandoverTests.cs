using TechPlan.Functions.Storage;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Mail.Delivery.TestDistrict;

namespace TechPlan.Functions.Tests.Mail.Delivery;

/// <summary>What the step before hands over saves a read, and is never relied upon.</summary>
[Collection(AzuriteTests.Name)]
public sealed class HandoverTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task What_is_handed_over_saves_the_read()
    {
        await using var town = await ToldAsync();
        await HandOverAsync(town);

        Assert.Null(await town.DeliverAsync());

        Assert.Equal(2, (await town.MailsAsync()).Count);
        Assert.Equal(0, Reads(town));
    }

    [Fact]
    public async Task A_process_that_was_handed_nothing_reads_and_delivers()
    {
        await using var town = await ToldAsync();

        Assert.Null(await town.DeliverAsync());

        Assert.Equal(2, (await town.MailsAsync()).Count);
        Assert.Equal(1, Reads(town));
    }

    [Fact]
    public async Task What_is_out_of_date_is_read_again_and_no_mail_goes_out_twice()
    {
        await using var town = await ToldAsync();
        var old = await town.The<MiniGrantStore>().ReadWorkAsync(Id, CancellationToken.None);
        await town.DeliverAsync();
        town.The<Handover<MiniGrantWork>>().Give(Id, old);

        Assert.Null(await town.DeliverAsync());

        Assert.Equal(2, (await town.MailsAsync()).Count);
        Assert.Equal(1, Reads(town));
    }

    private static async Task HandOverAsync(MailTown town) =>
        town.The<Handover<MiniGrantWork>>().Give(Id, await town.The<MiniGrantStore>().ReadWorkAsync(Id, CancellationToken.None));

    private static int Reads(MailTown town) => town.Trouble.TableRequests.Count(request => request.StartsWith("GET", StringComparison.Ordinal));

    private async Task<MailTown> ToldAsync()
    {
        var town = await MailTown.BuildAsync(azurite);
        await town.FoundAsync();
        await town.HappensAsync(Submitted());
        return town;
    }
}
