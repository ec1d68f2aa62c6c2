using TechPlan.Domain.Notices;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Mail;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Storage;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Mail.Delivery.TestDistrict;

namespace TechPlan.Functions.Tests.Mail.Delivery;

[Collection(AzuriteTests.Name)]
public sealed class DispatchTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_new_request_tells_the_lead_and_the_specialist_in_one_conversation()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted());

        Assert.Null(await town.DeliverAsync());

        var mails = await town.MailsAsync();
        Assert.Equal([Specialist, Lead], mails.SelectMany(mail => mail.To).Order());
        Assert.All(mails, mail => Assert.Equal(("graph", Office), (mail.Carrier, mail.From)));
        Assert.Single(mails.Select(mail => mail.ConversationId).Distinct());
        Assert.All(mails, mail => Assert.Contains(mail.Headers, header => header.Key.Equals("X-Auto-Response-Suppress", StringComparison.OrdinalIgnoreCase)));
        Assert.Equal(3, town.Trouble.TableRequests.Count);
    }

    [Fact]
    public async Task Later_mails_join_the_conversation()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted());
        await town.DeliverAsync();
        await town.HappensAsync(Approved);

        Assert.Null(await town.DeliverAsync());

        var mails = await town.MailsAsync();
        Assert.Equal(3, mails.Count);
        Assert.Single(mails.Select(mail => mail.ConversationId).Distinct());
        Assert.Equal([Lead], mails[^1].VisibleRecipients);
        Assert.StartsWith("Approved: ", mails[^1].Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("blockquote", mails[^1].Html, StringComparison.Ordinal);
        Assert.Equal(3, town.Trouble.TableRequests.Count);
    }

    [Fact]
    public async Task MG_12_a_confirmation_reaches_everybody_and_nobody_sees_another()
    {
        await using var town = await BuildAsync();
        await town.ConfirmAsync(registered: 3);

        Assert.Null(await town.DeliverAsync());

        var confirmations = (await town.MailsAsync()).Where(mail => mail.Subject.StartsWith("Confirmed: ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(
            [Specialist, Facilitator.Email.Value, Lead, "person0000@example.org", "person0001@example.org", "person0002@example.org"],
            confirmations.SelectMany(mail => mail.To).Order(StringComparer.Ordinal));
        Assert.All(confirmations, mail => Assert.Single(mail.VisibleRecipients));
        var many = confirmations.Where(mail => mail.Carrier == "sendgrid").ToArray();
        Assert.Equal(3, many.Length);
        Assert.All(many, mail => Assert.Equal(["mail", "mini_grant"], mail.CustomArgs.Keys.Order()));
        Assert.All(many.SelectMany(mail => mail.CustomArgs.Values), value => Assert.DoesNotContain("person", value, StringComparison.OrdinalIgnoreCase));
        Assert.All(many, mail => Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]));
        Assert.Equal(4, town.Trouble.TableRequests.Count);
    }

    [Fact]
    public async Task Fifteen_hundred_registered_people_are_told_in_two_calls()
    {
        await using var town = await BuildAsync();
        await town.ConfirmAsync(registered: 1500);

        Assert.Null(await town.DeliverAsync());

        Assert.Equal(2, town.Trouble.CarrierRequests.Count(request => request.EndsWith("/mail/send", StringComparison.Ordinal)));
        var told = (await town.MailsAsync()).Where(mail => mail.Carrier == "sendgrid").SelectMany(mail => mail.To).ToArray();
        Assert.Equal(1500, told.Distinct().Count());
        Assert.Equal(1500, told.Length);
    }

    [Fact]
    public async Task What_is_no_longer_true_is_not_sent_and_the_record_says_so()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted(), Approved);

        Assert.Null(await town.DeliverAsync());

        Assert.DoesNotContain(await town.MailsAsync(), mail => mail.To.Contains(Specialist));
        var record = Assert.Single(await town.The<MailRecords>().ListAsync(Id, default), record => record.Kind is NoticeKind.PleaseReview);
        Assert.Equal((MailState.Dropped, "no-longer-true"), (record.State, record.Reason));
    }

    [Fact]
    public async Task The_record_says_what_was_told_to_whom_and_when()
    {
        await using var town = await BuildAsync();
        await town.ConfirmAsync(registered: 2);
        await town.DeliverAsync();

        var records = await town.The<MailRecords>().ListAsync(Id, default);

        Assert.Equal(
            [Audience.LeadItl, Audience.Specialist, Audience.Facilitator, Audience.RegisteredPeople],
            records.Where(record => record.Kind is NoticeKind.SessionConfirmed).Select(record => record.To));
        var many = records[^1];
        Assert.Equal((MailState.Sent, 2, CarrierName.SendGrid, Confirmed.At), (many.State, many.Recipients, many.Carrier, many.At));
    }

    [Fact]
    public async Task A_facilitator_without_address_is_left_to_the_lead()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted(facilitator: "Somebody Unknown"), Approved, Confirmed);

        await town.DeliverAsync();

        Assert.Contains(await town.MailsAsync(), mail => mail.To.Contains(Lead) && mail.Text.Contains("Please tell Somebody Unknown", StringComparison.Ordinal));
        var record = (await town.The<MailRecords>().ListAsync(Id, default)).Single(record => record.To is Audience.Facilitator);
        Assert.Equal((MailState.Dropped, "nobody-to-tell"), (record.State, record.Reason));
    }

    [Fact]
    public async Task An_empty_outbox_costs_one_request()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted());
        await town.DeliverAsync();

        Assert.Null(await town.DeliverAsync());

        Assert.Single(town.Trouble.TableRequests);
        Assert.Empty(town.Trouble.CarrierRequests);
    }

    [Fact]
    public async Task When_the_conversation_is_gone_a_new_one_begins()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted());
        await town.DeliverAsync();
        var row = new Azure.Data.Tables.TableEntity(Id.Value, MiniGrantRows.Conversation) { ["MessageId"] = "deleted-by-the-office" };
        await town.The<TechPlanTables>().MiniGrants.UpsertEntityAsync(row);
        await town.HappensAsync(Approved);

        Assert.Null(await town.DeliverAsync());

        Assert.Equal(3, (await town.MailsAsync()).Count);
    }

    [Fact]
    public async Task Two_at_the_same_outbox_send_nothing_twice()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted());
        town.Trouble.Begin();
        var delivery = town.The<IMailDelivery>();

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => delivery.DeliverAsync(Id, default)));
        await town.DeliverAtLastAsync();

        Assert.Equal([Specialist, Lead], (await town.MailsAsync()).SelectMany(mail => mail.To).Order());
    }

    private async Task<MailTown> BuildAsync()
    {
        var town = await MailTown.BuildAsync(azurite);
        await town.FoundAsync();
        return town;
    }
}
