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
    [InlineData(LinkAction.Review, "pat.lee@example.org", "Pat Lee")]
    [InlineData(LinkAction.Review, "robin.hale@example.org", "Robin Hale")]
    [InlineData(LinkAction.Hold, "office@example.org", "Learning Technologies")]
    [InlineData(LinkAction.Count, "office@example.org", "Learning Technologies")]
    [InlineData(LinkAction.Status, "dana.field@example.org", "Dana Field")]
    [InlineData(LinkAction.Review, "gone@example.org", null)]
    [InlineData(LinkAction.Review, "dana.field@example.org", null)]
    [InlineData(LinkAction.Hold, "dana.field@example.org", null)]
    [InlineData(LinkAction.Count, "dana.field@example.org", null)]
    [InlineData(LinkAction.Status, "pat.lee@example.org", null)]
    [InlineData(LinkAction.Status, "office@example.org", null)]
    public async Task A_person_who_may_do_it_is_found_by_the_hash_of_the_address(LinkAction action, string address, string? name)
    {
        await using var app = await TestApp.StartAsync(azurite);
        var link = new Link(SampleGrants.Id, action, PersonKey.Of(EmailAddress.Parse(address)), DateTimeOffset.MaxValue);

        var person = await app.Get<PersonResolver>().FindAsync(link, Grant, CancellationToken.None);

        Assert.Equal(name, person?.Name);
    }
}
