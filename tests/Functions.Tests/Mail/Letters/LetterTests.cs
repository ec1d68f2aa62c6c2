using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Mail.Delivery;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Mail.Letters;

[Collection(AzuriteTests.Name)]
public sealed class LetterTests(AzuriteFixture azurite)
{
    private static readonly MiniGrantId Id = MiniGrantId.For("mail:one");

    [Fact]
    public async Task A_letter_posted_twice_is_sent_once_even_when_it_is_posted_again_afterwards()
    {
        await using var town = await MailTown.BuildAsync(azurite);

        Assert.True(await PostAsync(town, "mail:<a/b#c?d>|missing"));
        Assert.False(await PostAsync(town, "mail:<a/b#c?d>|missing"));
        Assert.Null(await town.The<LetterSender>().SendAsync(default));
        Assert.False(await PostAsync(town, "mail:<a/b#c?d>|missing"));
        Assert.Null(await town.The<LetterSender>().SendAsync(default));

        var mail = Assert.Single(await town.MailsAsync());
        Assert.Equal(["dana.field@example.org"], mail.To);
        Assert.Contains("One thing is missing", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stays_of_a_sent_letter_names_nobody()
    {
        await using var town = await MailTown.BuildAsync(azurite);
        await PostAsync(town, "mail:one|missing");
        await town.The<LetterSender>().SendAsync(default);

        var row = Assert.Single(await town.The<TechPlanTables>().Letters.QueryAsync<TableEntity>().ToListAsync());
        Assert.Equal("Sent", row.GetString("State"));
        Assert.DoesNotContain(((IDictionary<string, object>)row).Values, value => value is string text && (text.Contains("dana", StringComparison.OrdinalIgnoreCase) || text.Contains("missing", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Without_Graph_a_letter_goes_through_SendGrid_and_says_what_it_answers()
    {
        await using var town = await MailTown.BuildAsync(azurite, ("TechPlan:Graph:Enabled", "false"));
        await PostAsync(town, "mail:one|missing", new AnsweredMail("one@school.example.org", null));
        await town.The<LetterSender>().SendAsync(default);

        var mail = Assert.Single(await town.MailsAsync());
        Assert.Equal("sendgrid", mail.Carrier);
        Assert.Equal("<one@school.example.org>", mail.Headers["In-Reply-To"]);
        Assert.Equal("<one@school.example.org>", mail.Headers["References"]);
        Assert.Equal("auto-replied", mail.Headers["Auto-Submitted"]);
        Assert.Equal(Id.Value, mail.CustomArgs["mini_grant"]);
    }

    [Theory]
    [InlineData("one@x\rBcc: everybody@example.org")]
    [InlineData("one@x> <two@x")]
    [InlineData("müller@x")]
    [InlineData("with a blank@x")]
    public async Task An_id_that_is_none_is_written_into_no_header(string messageId)
    {
        await using var town = await MailTown.BuildAsync(azurite, ("TechPlan:Graph:Enabled", "false"));
        await PostAsync(town, "mail:one|missing", new AnsweredMail(messageId, null));
        await town.The<LetterSender>().SendAsync(default);

        var mail = Assert.Single(await town.MailsAsync());
        Assert.False(mail.Headers.ContainsKey("In-Reply-To"));
        Assert.False(mail.Headers.ContainsKey("References"));
        Assert.Equal("auto-replied", mail.Headers["Auto-Submitted"]);
    }

    [Fact]
    public async Task A_carrier_that_asks_to_be_left_alone_is()
    {
        await using var town = await MailTown.BuildAsync(azurite);
        await town.FailAsync("graph", 429, times: 1, retryAfterSeconds: 40);
        await PostAsync(town, "mail:one|missing");

        var next = await town.The<LetterSender>().SendAsync(default);

        Assert.Equal(town.Clock.Now.AddSeconds(40), next);
        town.Clock.Now = next!.Value;
        Assert.Null(await town.The<LetterSender>().SendAsync(default));
        Assert.Single(await town.MailsAsync());
    }

    [Fact]
    public async Task A_letter_that_nobody_takes_becomes_a_task_of_the_office()
    {
        await using var town = await MailTown.BuildAsync(azurite, ("TechPlan:SendGrid:ApiKey", ""));
        await town.FailAsync("graph", 403, times: 100);
        await PostAsync(town, "mail:one|missing");

        while (await town.The<LetterSender>().SendAsync(default) is { } next)
        {
            town.Clock.Now = next;
        }

        var task = Assert.Single(await town.The<OfficeTaskTable>().ListAsync(default));
        Assert.Equal(("mail-undeliverable", Id), (task.Kind, task.Id));
        Assert.DoesNotContain("dana", task.About, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(true, false)]
    public async Task Whenever_it_dies_a_letter_is_sent_once(bool afterwards, bool byGraph)
    {
        var killed = true;
        for (var step = 1; killed; step++)
        {
            await using var town = await MailTown.BuildAsync(azurite, ("TechPlan:Graph:Enabled", byGraph ? "true" : "false"));
            killed = await DieAtAsync(town, step, afterwards);
            town.Clock.Now = town.Clock.Now.AddMinutes(2);
            town.Trouble.Begin();
            await PostAsync(town, "mail:one|missing");
            while (await town.The<LetterSender>().SendAsync(default) is { } next)
            {
                town.Clock.Now = next;
            }

            Assert.Single(await town.MailsAsync());
            Assert.Empty(byGraph ? await town.DraftsAsync() : []);
        }
    }

    private static async Task<bool> DieAtAsync(MailTown town, int step, bool afterwards)
    {
        town.Trouble.Begin(step, afterwards);
        try
        {
            await PostAsync(town, "mail:one|missing", cancellation: town.Trouble.Run);
            await town.The<LetterSender>().SendAsync(town.Trouble.Run);
        }
        catch (OperationCanceledException)
        {
            return true;
        }

        return town.Trouble.HasKilled;
    }

    private static Task<bool> PostAsync(MailTown town, string key, AnsweredMail? answers = null, CancellationToken cancellation = default)
    {
        var content = new MailContent(
            "Your request", "One thing is missing.", "Draft " + Id, [new MailBlock.Paragraph("One thing is missing.")], "You sent a request.", "Sent by the office.");
        return town.The<ILetterBox>().PostAsync(new Letter(key, Functions.Tests.Support.TestApp.Dana, content, Id, answers), cancellation);
    }
}
