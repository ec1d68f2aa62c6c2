using TechPlan.Domain.Notices;
using TechPlan.Functions.Mail;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Storage;
using TechPlan.Testing;
using static TechPlan.Functions.Tests.Mail.Delivery.TestDistrict;

namespace TechPlan.Functions.Tests.Mail.Delivery;

[Collection(AzuriteTests.Name)]
public sealed class MailTroubleTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_carrier_that_refuses_is_replaced_and_the_record_says_so()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted());
        await town.FailAsync("graph", 403, times: 100);

        Assert.Null(await town.DeliverAsync());

        Assert.All(await town.MailsAsync(), mail => Assert.Equal("sendgrid", mail.Carrier));
        var records = await town.The<MailRecords>().ListAsync(Id, default);
        Assert.All(records, record => Assert.Equal(
            (MailState.Sent, CarrierName.SendGrid, CarrierName.Graph, "status-403"),
            (record.State, record.Carrier, record.TakenOverFrom, record.Reason)));
    }

    [Fact]
    public async Task Registered_people_are_told_one_by_one_when_SendGrid_refuses()
    {
        await using var town = await BuildAsync();
        await town.ConfirmAsync(registered: 60);
        await town.FailAsync("sendgrid", 401, times: 1000);

        Assert.Null(await town.DeliverAsync());

        var people = (await town.MailsAsync()).Where(mail => mail.To[0].StartsWith("person", StringComparison.Ordinal)).ToArray();
        Assert.Equal(60, people.Select(mail => mail.To[0]).Distinct().Count());
        Assert.All(people, mail => Assert.Equal("graph", mail.Carrier));
        Assert.All(people, mail => Assert.Single(mail.VisibleRecipients));
    }

    [Theory]
    [InlineData("TechPlan:Graph:Enabled", "false", "sendgrid")]
    [InlineData("TechPlan:SendGrid:ApiKey", "", "graph")]
    public async Task A_carrier_that_is_not_configured_is_replaced(string setting, string value, string by)
    {
        await using var town = await BuildAsync((setting, value));
        await town.ConfirmAsync(registered: 2);

        Assert.Null(await town.DeliverAsync());

        var mails = await town.MailsAsync();
        Assert.All(mails, mail => Assert.Equal(by, mail.Carrier));
        Assert.Equal(2, mails.Count(mail => mail.To[0].StartsWith("person", StringComparison.Ordinal)));
        var records = await town.The<MailRecords>().ListAsync(Id, default);
        Assert.Contains(records, record => record.Reason == "not-configured" && record.TakenOverFrom is not null);
    }

    [Fact]
    public async Task One_bad_address_does_not_keep_the_mail_from_the_others()
    {
        await using var town = await BuildAsync();
        await town.ConfirmAsync(registered: 9);
        await town.FailAsync("sendgrid", 400, times: 1000, to: "person0004@example.org");

        Assert.Null(await town.DeliverAsync());

        var people = (await town.MailsAsync()).Where(mail => mail.To[0].StartsWith("person", StringComparison.Ordinal)).ToArray();
        Assert.Equal(9, people.Select(mail => mail.To[0]).Distinct().Count());
        Assert.Equal("graph", people.Single(mail => mail.To[0] == "person0004@example.org").Carrier);
        Assert.Equal(9, people.Length);
    }

    [Theory]
    [InlineData("graph", 429)]
    [InlineData("graph", 503)]
    [InlineData("sendgrid", 429)]
    public async Task Retry_After_is_waited_for_and_costs_no_try(string carrier, int status)
    {
        await using var town = await BuildAsync();
        await town.ConfirmAsync(registered: 2);
        for (var i = 0; i < 8; i++)
        {
            await town.FailAsync(carrier, status, retryAfterSeconds: 40);
            Assert.Equal(town.Clock.Now.AddSeconds(40), await town.DeliverAsync());
            town.Clock.Now = town.Clock.Now.AddSeconds(40);
        }

        Assert.Null(await town.DeliverAsync());

        Assert.Equal(5, (await town.MailsAsync()).Count(mail => mail.Subject.StartsWith("Confirmed", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Before_its_time_nothing_is_tried()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted());
        await town.FailAsync("graph", 429, retryAfterSeconds: 40);
        var next = await town.DeliverAsync();
        town.Clock.Now = town.Clock.Now.AddSeconds(30);

        Assert.Equal(next, await town.DeliverAsync());

        Assert.Empty(town.Trouble.CarrierRequests);
    }

    [Fact]
    public async Task Gaps_grow_and_then_the_office_has_a_task()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted());
        await town.FailAsync("graph", 500, times: 1000, to: null);

        var gaps = new List<TimeSpan>();
        while (await town.DeliverAsync() is { } next)
        {
            gaps.Add(next - town.Clock.Now);
            town.Clock.Now = next;
        }

        Assert.Equal([1, 5, 15, 60, 240], gaps.Select(gap => gap.TotalMinutes));
        var records = await town.The<MailRecords>().ListAsync(Id, default);
        Assert.All(records, record => Assert.Equal((MailState.Failed, "status-500"), (record.State, record.Reason)));
        var tasks = await town.The<OfficeTaskTable>().ListAsync(default);
        Assert.Equal(2, tasks.Count);
        Assert.All(tasks, task => Assert.Equal((Id, "mail-undeliverable"), (task.Id, task.Kind)));
        Assert.All(tasks, task => Assert.DoesNotContain("@", task.About, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_office_reads_of_its_tasks_in_its_next_mail()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted());
        await town.FailAsync("graph", 500, times: 12);
        await town.DeliverAtLastAsync();
        await town.The<OfficeTaskTable>().AddAsync(new OfficeTask(Id, "mail-undeliverable", "PleaseReview.Specialist.outbox|000001|01", Monday), default);
        await town.HappensAsync(new Domain.MiniGrants.MiniGrantEvent.OfficeAlerted(Monday));

        await town.DeliverAtLastAsync();

        var office = Assert.Single(await town.MailsAsync(), mail => mail.To.Contains(Office));
        Assert.Contains("a mail to the specialist could not be delivered", office.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_both_refuse_both_are_asked_again_later()
    {
        await using var town = await BuildAsync();
        await town.HappensAsync(Submitted());
        await town.FailAsync("graph", 401, times: 2);
        await town.FailAsync("sendgrid", 401, times: 4);

        Assert.Equal(Monday.AddMinutes(1), await town.DeliverAsync());
        town.Clock.Now = Monday.AddMinutes(1);

        Assert.Null(await town.DeliverAsync());
        Assert.All(await town.MailsAsync(), mail => Assert.Equal("graph", mail.Carrier));
        var records = await town.The<MailRecords>().ListAsync(Id, default);
        Assert.Equal([Audience.LeadItl, Audience.Specialist], records.Select(record => record.To));
    }

    private async Task<MailTown> BuildAsync(params (string Key, string Value)[] settings)
    {
        var town = await MailTown.BuildAsync(azurite, settings);
        await town.FoundAsync();
        return town;
    }
}
