using System.Security.Cryptography;
using TechPlan.Local.Mail.Store;
using TechPlan.Testing;

namespace TechPlan.Local.Tests.Mail.Incoming;

[Collection(AzuriteTests.Name)]
public sealed class ContentTableTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(1)]
    [InlineData(64 * 1024)]
    [InlineData(5_000_000)]
    public async Task Content_of_any_length_comes_back_as_it_was(int length)
    {
        var content = new ContentTable(azurite.Service().GetTableClient(azurite.NewName()));
        var bytes = RandomNumberGenerator.GetBytes(length);

        await content.SaveAsync("a", bytes, CancellationToken.None);

        Assert.Equal(bytes, (await content.ReadAsync("a", CancellationToken.None))!.Value.ToArray());
        Assert.Null(await content.ReadAsync("b", CancellationToken.None));
    }
}
