using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Links;
using TechPlan.Functions.Tests.Support;
using TechPlan.Functions.Tests.Web;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Links;

[Collection(AzuriteTests.Name)]
public sealed class PersonResolverTests(AzuriteFixture azurite)
{
    private static readonly MiniGrant.UnderReview Grant = new(SampleGrants.Submission with { Cluster = "Cluster 1" }, 0, false);

    [Theory]
    [InlineData("pat.lee@example.org", "Pat Lee")]
    [InlineData("dana.field@example.org", "Dana Field")]
    [InlineData("robin.hale@example.org", "Robin Hale")]
    [InlineData("office@example.org", "Learning Technologies")]
    [InlineData("gone@example.org", null)]
    public async Task A_person_is_found_by_the_hash_of_the_address(string address, string? name)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var link = new Link(SampleGrants.Id, LinkAction.Review, PersonKey.Of(EmailAddress.Parse(address)), DateTimeOffset.MaxValue);

        var person = await app.Get<PersonResolver>().FindAsync(link, Grant, CancellationToken.None);

        Assert.Equal(name, person?.Name);
    }
}
