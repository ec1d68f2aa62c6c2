using TechPlan.Functions.Grants;
using TechPlan.Functions.Storage;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Mail.Delivery.TestDistrict;

namespace TechPlan.Functions.Tests.Mail.Delivery;

/// <summary>The dispatcher is ended at each of its requests in turn, before and after it, and started again.</summary>
[Collection(AzuriteTests.Name)]
public sealed class KillTests(AzuriteFixture azurite)
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whenever_it_dies_no_mail_is_lost_and_none_is_sent_twice(bool afterwards)
    {
        var killed = true;
        for (var step = 1; killed; step++)
        {
            await using var town = await MailTown.BuildAsync(azurite);
            await town.FoundAsync();
            await town.ConfirmAsync(registered: 3);

            killed = await DieAtAsync(town, step, afterwards);
            town.Clock.Now = town.Clock.Now.AddSeconds(5);
            await town.DeliverAtLastAsync();
            Assert.Empty(await town.DraftsAsync());

            var told = (await town.MailsAsync()).Where(mail => mail.Subject.StartsWith("Confirmed", StringComparison.Ordinal)).SelectMany(mail => mail.To).Order(StringComparer.Ordinal);
            Assert.Equal(
                new[] { Lead, Specialist, Facilitator.Email.Value, "person0000@example.org", "person0001@example.org", "person0002@example.org" }.Order(StringComparer.Ordinal), told);
            Assert.Empty((await town.The<MiniGrantStore>().ReadWorkAsync(Id, default)).Outbox);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_first_mails_survive_as_well_in_one_conversation(bool afterwards)
    {
        var killed = true;
        for (var step = 1; killed; step++)
        {
            await using var town = await MailTown.BuildAsync(azurite);
            await town.FoundAsync();
            await town.HappensAsync(Submitted());

            killed = await DieAtAsync(town, step, afterwards);
            town.Clock.Now = town.Clock.Now.AddSeconds(5);
            await town.DeliverAtLastAsync();
            Assert.Empty(await town.DraftsAsync());

            var mails = await town.MailsAsync();
            Assert.Equal([Specialist, Lead], mails.SelectMany(mail => mail.To).Order());
            Assert.Single(mails.Select(mail => mail.ConversationId).Distinct());
        }
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(403, 2)]
    public async Task A_call_in_doubt_is_looked_up_and_made_again_only_where_that_cannot_be_had(int lookUp, int copies)
    {
        await using var town = await MailTown.BuildAsync(azurite);
        await town.FoundAsync();
        await town.ConfirmAsync(registered: 3);
        town.Trouble.Begin();
        town.Trouble.KillAfter = "/mail/send";
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => town.The<IMailDelivery>().DeliverAsync(Id, town.Trouble.Run));
        if (lookUp != 200)
        {
            await town.FailAsync("sendgrid", lookUp);
        }

        await town.DeliverAtLastAsync();

        var people = (await town.MailsAsync()).Where(mail => mail.Carrier == "sendgrid").GroupBy(mail => mail.To[0]).ToArray();
        Assert.Equal(3, people.Length);
        Assert.All(people, person => Assert.Equal(copies, person.Count()));
    }

    /// <summary>False when the run came to its end before the step.</summary>
    private static async Task<bool> DieAtAsync(MailTown town, int step, bool afterwards)
    {
        town.Trouble.Begin(step, afterwards);
        try
        {
            await town.The<IMailDelivery>().DeliverAsync(Id, town.Trouble.Run);
        }
        catch (OperationCanceledException)
        {
            return true;
        }

        return town.Trouble.HasKilled;
    }
}
