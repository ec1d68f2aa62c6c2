using System.Text.Json.Nodes;
using Microsoft.Graph.Users.Item.Messages.Item.Move;
using TechPlan.Functions.Mailbox.Handling;
using TechPlan.Functions.Storage;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Mailbox;

[Collection(AzuriteTests.Name)]
public sealed class GraphIntakeTests(AzuriteFixture azurite)
{
    [Fact]
    public async Task A_mail_told_of_found_and_told_of_again_is_handled_once_and_moved()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.Upkeep.WatchAsync(default);
        var id = await intake.ArrivesAsync("One");
        await intake.ToldAsync();
        await intake.WorkAsync();
        await intake.Upkeep.SweepAsync(default);
        await intake.WorkAsync();
        await intake.OrderAsync("/local/mail/notifications", new { repeat = id });
        await Task.Delay(300);
        await intake.WorkAsync();

        Assert.Equal(["One"], intake.Handler.Subjects);
        Assert.Equal(["One"], await intake.InAsync("Processed"));
        Assert.Empty(await intake.InAsync("inbox"));
    }

    [Fact]
    public async Task What_nobody_told_of_is_found_by_the_sweep_page_by_page()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        for (var i = 0; i < 60; i++)
        {
            await intake.ArrivesAsync($"Mail {i}");
        }

        Assert.True(await intake.Upkeep.SweepAsync(default));
        Assert.False(await intake.Upkeep.SweepAsync(default));
        await intake.WorkAsync();

        Assert.Equal(60, intake.Handler.Mails.Count);
        Assert.Equal(60, intake.Handler.Subjects.Distinct().Count());
    }

    [Theory]
    [InlineData(410)]
    [InlineData(404)]
    [InlineData(400)]
    public async Task A_link_that_Graph_no_longer_knows_begins_anew_and_nothing_is_handled_twice(int status)
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.ArrivesAsync("One");
        await intake.Upkeep.SweepAsync(default);
        await intake.WorkAsync();
        await intake.OrderAsync("/local/mail/delta", new { expire = status });
        await intake.ArrivesAsync("Two");

        Assert.True(await intake.Upkeep.SweepAsync(default));
        await intake.WorkAsync();

        Assert.Equal(["One", "Two"], intake.Handler.Subjects);
    }

    [Fact]
    public async Task A_subscription_is_made_renewed_in_good_time_and_made_anew_when_it_ran_out()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.Upkeep.WatchAsync(default);
        var first = await SubscriptionAsync(intake);

        await intake.Upkeep.WatchAsync(default);
        Assert.Equal(first.ToJsonString(), (await SubscriptionAsync(intake)).ToJsonString());

        intake.Town.Clock.Now = intake.Town.Clock.Now.AddDays(4);
        await intake.Upkeep.WatchAsync(default);
        var renewed = await SubscriptionAsync(intake);
        Assert.Equal((string?)first["id"], (string?)renewed["id"]);
        Assert.True((DateTimeOffset)renewed["expiresAt"]! > (DateTimeOffset)first["expiresAt"]!);

        intake.Town.Clock.Now = intake.Town.Clock.Now.AddDays(20);
        await intake.ArrivesAsync("Untold");
        await intake.Upkeep.WatchAsync(default);
        Assert.NotEqual((string?)first["id"], (string?)(await SubscriptionAsync(intake))["id"]);
        Assert.True((await intake.Upkeep.StandingAsync(default)).IsWatched);
        await intake.WorkAsync();
        Assert.Equal(["Untold"], intake.Handler.Subjects);
    }

    [Theory]
    [InlineData("reauthorizationRequired", false)]
    [InlineData("subscriptionRemoved", true)]
    [InlineData("missed", true)]
    public async Task What_happens_to_the_subscription_is_acted_on(string lifecycle, bool looks)
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.Upkeep.WatchAsync(default);
        var before = await SubscriptionAsync(intake);
        await intake.OrderAsync("/local/mail/notifications", new { lose = 1 });
        await intake.ArrivesAsync("Untold");
        intake.Town.Clock.Now = intake.Town.Clock.Now.AddHours(1);

        await intake.OrderAsync("/local/mail/notifications", new { lifecycle });
        await intake.ToldAsync();
        await intake.WorkAsync();
        await intake.WorkAsync();

        var after = await SubscriptionAsync(intake);
        Assert.Equal(lifecycle == "subscriptionRemoved", (string?)before["id"] != (string?)after["id"]);
        Assert.Equal(lifecycle != "missed", (DateTimeOffset)after["expiresAt"]! > (DateTimeOffset)before["expiresAt"]!);
        Assert.Equal(looks ? ["Untold"] : Array.Empty<string>(), intake.Handler.Subjects);
        Assert.False(await intake.Town.The<IMailroom>().HasWorkAsync(default));
    }

    [Fact]
    public async Task Events_that_come_together_leave_one_subscription()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.Upkeep.WatchAsync(default);
        foreach (var lifecycle in new[] { "reauthorizationRequired", "missed", "subscriptionRemoved" })
        {
            await intake.OrderAsync("/local/mail/notifications", new { lifecycle });
            await intake.Upkeep.NoteAsync(lifecycle, default);
        }

        await intake.WorkAsync();
        await intake.WorkAsync();

        await SubscriptionAsync(intake);
    }

    [Fact]
    public async Task A_subscription_that_is_made_twice_at_once_is_kept_once()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.SlowDownAsync();
        await Task.WhenAll(intake.Upkeep.WatchAsync(default), intake.Upkeep.WatchAsync(default));
        var first = await SubscriptionAsync(intake);
        intake.Town.Clock.Now = intake.Town.Clock.Now.AddDays(20);

        await Task.WhenAll(intake.Upkeep.WatchAsync(default), intake.Upkeep.WatchAsync(default), intake.Upkeep.WatchAsync(default));

        Assert.NotEqual((string?)first["id"], (string?)(await SubscriptionAsync(intake))["id"]);
        await intake.Upkeep.NoteAsync("reauthorizationRequired", default);
        await intake.WorkAsync();
        await SubscriptionAsync(intake);
    }

    [Fact]
    public async Task Trouble_with_the_subscription_that_lasts_becomes_a_task_that_closes_itself()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.Town.FailAsync("graph", 403, times: 2);
        await intake.Upkeep.WatchAsync(default);
        Assert.Empty(await intake.Town.The<OfficeTaskTable>().ListAsync(default));

        intake.Town.Clock.Now = intake.Town.Clock.Now.AddDays(1);
        await intake.Upkeep.WatchAsync(default);
        Assert.Equal("mailbox-not-watched", Assert.Single(await intake.Town.The<OfficeTaskTable>().ListAsync(default)).Kind);

        await intake.Upkeep.WatchAsync(default);
        Assert.Empty(await intake.Town.The<OfficeTaskTable>().ListAsync(default));
    }

    [Fact]
    public async Task What_a_person_has_taken_out_of_the_inbox_is_left_to_the_person()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        var id = await intake.ArrivesAsync("Mine");
        await intake.Upkeep.SweepAsync(default);
        var folder = (await intake.Mailbox.MailFolders.PostAsync(new() { DisplayName = "Dana" }))!.Id;
        await intake.Mailbox.Messages[id].Move.PostAsync(new MovePostRequestBody { DestinationId = folder });

        await intake.WorkAsync();

        Assert.Empty(intake.Handler.Mails);
        Assert.Equal(["Mine"], await intake.InAsync("Dana"));
    }

    [Fact]
    public async Task Our_own_mail_stays_in_the_inbox_unhandled()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.ArrivesAsync("From ourselves", from: IntakeTown.Address);
        await intake.Upkeep.SweepAsync(default);

        await intake.WorkAsync();

        Assert.Empty(intake.Handler.Mails);
        Assert.Equal(["From ourselves"], await intake.InAsync("inbox"));
    }

    [Fact]
    public async Task A_mail_is_read_whole()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        const string Head = "X-Test: first\r\nContent-Type: multipart/mixed; boundary=b\r\n";
        var large = Convert.ToBase64String(new byte[11 * 1024 * 1024]);
        var body = "--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Two <b>schools</b></p>\r\n"
            + "--b\r\nContent-Type: text/plain; name=form.txt\r\nContent-Disposition: attachment; filename=form.txt\r\nContent-Transfer-Encoding: base64\r\n\r\nTGVhZCBzY2hvb2w=\r\n"
            + $"--b\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=large.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\n{large}\r\n"
            + "--b\r\nContent-Type: message/rfc822\r\nContent-Disposition: attachment; filename=inner.eml\r\n\r\nFrom: a@example.org\r\nSubject: Inner\r\n\r\nInner text\r\n--b--";
        await intake.ArrivesAsync("Whole", head: Head, body: body, messageId: "whole@school.example.org");
        await intake.Upkeep.SweepAsync(default);

        await intake.WorkAsync();

        var mail = Assert.Single(intake.Handler.Mails);
        Assert.Equal(("whole@school.example.org", "dana.field@example.org", "Dana Field"), (mail.MessageId, mail.From?.Value, mail.FromName));
        Assert.Contains("<b>schools</b>", mail.Html, StringComparison.Ordinal);
        Assert.Contains("Two schools", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("<", mail.Text, StringComparison.Ordinal);
        Assert.Equal(["first"], mail.HeaderValues("x-test"));
        Assert.Equal("Lead school", System.Text.Encoding.ASCII.GetString(mail.Files.Single(file => file.Name == "form.txt").Content!.Value.Span));
        Assert.Null(mail.Files.Single(file => file.Name == "large.pdf").Content);
        Assert.Equal(3, mail.Files.Length);
        Assert.Contains(mail.Files, file => file.Name is not ("form.txt" or "large.pdf") && file.Content is null);
    }

    [Fact]
    public async Task Forty_mails_at_once_keep_to_four_requests_at_once()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.Upkeep.WatchAsync(default);
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => intake.ArrivesAsync($"Mail {i}")));
        await intake.ToldAsync();
        await intake.Upkeep.SweepAsync(default);
        await intake.SlowDownAsync();

        await intake.WorkAsync();

        Assert.Equal(40, intake.Handler.Subjects.Distinct().Count());
        Assert.Equal(40, intake.Handler.Mails.Count);
        Assert.Equal(40, (await intake.InAsync("Processed")).Length);
        var statistics = await intake.LookAsync("/local/mail/statistics");
        Assert.InRange((int)statistics["highestConcurrency"]!, 2, 4);
        Assert.Equal(0, (int)statistics["throttled"]!);
    }

    [Fact]
    public async Task A_mail_that_is_announced_before_it_can_be_read_is_read_later()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.ArrivesAsync("One");
        await intake.Upkeep.SweepAsync(default);
        await intake.Town.FailAsync("graph", 404, times: 1);

        await intake.WorkAsync();

        Assert.Equal(["One"], intake.Handler.Subjects);
        Assert.Equal(["One"], await intake.InAsync("Processed"));
    }

    [Fact]
    public async Task A_mailbox_that_is_busy_is_asked_again_when_it_said()
    {
        await using var intake = await IntakeTown.BuildAsync(azurite);
        await intake.ArrivesAsync("One");
        await intake.Upkeep.SweepAsync(default);
        await intake.Town.FailAsync("graph", 429, times: 3, retryAfterSeconds: 20);

        await intake.WorkAsync();

        Assert.Equal(["One"], intake.Handler.Subjects);
        Assert.Equal(["One"], await intake.InAsync("Processed"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whenever_it_dies_a_mail_is_handled_and_moved(bool afterwards)
    {
        var killed = true;
        for (var step = 1; killed; step++)
        {
            await using var intake = await IntakeTown.BuildAsync(azurite);
            await intake.ArrivesAsync("One");
            killed = await DieAtAsync(intake, step, afterwards);
            intake.Town.Trouble.Begin();
            intake.Town.Clock.Now = intake.Town.Clock.Now.AddMinutes(3);
            await intake.Upkeep.SweepAsync(default);
            await intake.WorkAsync();

            Assert.Equal(["One"], intake.Handler.Subjects.Distinct());
            Assert.Equal(["One"], await intake.InAsync("Processed"));
            Assert.Empty(await intake.InAsync("inbox"));
        }
    }

    private static async Task<bool> DieAtAsync(IntakeTown intake, int step, bool afterwards)
    {
        intake.Town.Trouble.Begin(step, afterwards);
        try
        {
            await intake.Upkeep.SweepAsync(intake.Town.Trouble.Run);
            await intake.Town.The<IMailroom>().WorkAsync(ScriptedEngine.Down(), intake.Town.Trouble.Run);
        }
        catch (OperationCanceledException)
        {
            return true;
        }

        return intake.Town.Trouble.HasKilled;
    }

    private static async Task<JsonNode> SubscriptionAsync(IntakeTown intake) =>
        Assert.Single((await intake.LookAsync("/local/mail/notifications"))["subscriptions"]!.AsArray())!;
}
