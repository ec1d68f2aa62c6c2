using System.Text.Json.Nodes;
using TechPlan.EndToEnd.Tests.Support;

namespace TechPlan.EndToEnd.Tests;

/// <summary>The same mail, told of in every way in which Graph does and does not tell: it is handled once, and it is handled.</summary>
[Collection(AppCollection.Name)]
public sealed class MailDeliveryTests(AppFixture fixture)
{
    private const string School = "School 030";

    /// <summary>Longer than the time between two looks at the inbox.</summary>
    private static readonly TimeSpan NextLook = TimeSpan.FromMinutes(11);

    private readonly RunningApp _app = fixture.App;
    private readonly Clock _clock = new(fixture.App);
    private readonly Inbox _inbox = new(fixture.App);
    private readonly Mailbox _mailbox = new(fixture.App);

    private static string Itl => District.ItlOf(School).Email;

    private static string Specialist => District.SpecialistOf(School).Email;

    [Fact]
    public async Task Told_twice_found_by_a_look_told_again_and_sent_again_a_mail_is_one_request()
    {
        const string title = "Told too often";
        var mail = await RequestAsync(title);
        await _mailbox.TellAsync(new JsonObject { ["duplicate"] = 1 });
        var id = await _mailbox.DeliverAsync(mail);
        await _mailbox.WaitUntilFiledAsync(id);
        await _mailbox.ForgetLastLookAsync();
        await LookAsync();
        await _mailbox.TellAsync(new JsonObject { ["repeat"] = id });
        var copy = await _mailbox.WaitUntilFiledAsync(await _mailbox.DeliverAsync(mail));

        Assert.Equal(Mailbox.Processed, copy.Folder);
        await HandledOnceAsync(title);
    }

    [Fact]
    public async Task A_mail_that_no_notification_told_of_is_found_by_the_next_look()
    {
        const string title = "Told by nobody";
        await _mailbox.TellAsync(new JsonObject { ["lose"] = 1 });
        var id = await _mailbox.DeliverAsync(await RequestAsync(title));
        await LookAsync();
        await _mailbox.WaitUntilFiledAsync(id);

        await HandledOnceAsync(title);
    }

    [Fact]
    public async Task Notifications_that_Graph_says_were_missed_are_made_up_for_at_once()
    {
        const string title = "Told to be missed";
        await _mailbox.TellAsync(new JsonObject { ["lose"] = 1 });
        var id = await _mailbox.DeliverAsync(await RequestAsync(title));
        await _mailbox.TellAsync(new JsonObject { ["lifecycle"] = "missed" });
        await _mailbox.WaitUntilFiledAsync(id);

        await HandledOnceAsync(title);
    }

    [Fact]
    public async Task A_subscription_that_Graph_removed_is_made_anew_and_what_came_meanwhile_is_found()
    {
        const string before = "Sent without a subscription";
        const string after = "Sent with a new subscription";
        var removed = Assert.Single(await _mailbox.SubscriptionsAsync());
        await _mailbox.TellAsync(new JsonObject { ["lose"] = 1 });
        var unheard = await _mailbox.DeliverAsync(await RequestAsync(before));
        await _mailbox.TellAsync(new JsonObject { ["lifecycle"] = "subscriptionRemoved" });
        await _mailbox.WaitUntilFiledAsync(unheard);
        await Eventually.HoldsAsync(
            async () => await _mailbox.SubscriptionsAsync() is [var made] && made != removed, () => Task.FromResult($"No new subscription was made.\n{_app.Output}"));
        await _mailbox.WaitUntilFiledAsync(await _mailbox.DeliverAsync(await RequestAsync(after)));

        await HandledOnceAsync(before);
        await HandledOnceAsync(after);
    }

    [Fact]
    public async Task A_look_whose_beginning_Graph_has_forgotten_begins_anew_and_handles_nothing_twice()
    {
        const string early = "Before Graph forgot";
        const string late = "After Graph forgot";
        await _mailbox.WaitUntilFiledAsync(await _mailbox.DeliverAsync(await RequestAsync(early)));
        await _mailbox.ForgetLastLookAsync();
        await _mailbox.TellAsync(new JsonObject { ["lose"] = 1 });
        var id = await _mailbox.DeliverAsync(await RequestAsync(late));
        await LookAsync();
        await _mailbox.WaitUntilFiledAsync(id);

        await HandledOnceAsync(early);
        await HandledOnceAsync(late);
    }

    private async Task<Eml> RequestAsync(string title)
    {
        var form = await WordRequest.DownloadAsync(_app);
        return Eml.WithForm(Itl, title, form.Filled(SampleRequest.Of(School, title, await _clock.NowAsync())));
    }

    private async Task LookAsync() => await _clock.MoveToAsync(await _clock.NowAsync() + NextLook);

    /// <summary>One request, one answer. Whatever would come twice has come by the next look.</summary>
    private async Task HandledOnceAsync(string title)
    {
        await _inbox.WaitForAsync(Itl, title, "we have your request");
        await _inbox.WaitForAsync(Specialist, title, "please decide");
        await LookAsync();

        Assert.Single(await _inbox.ToAsync(Itl, title));
        Assert.Single(await _inbox.ToAsync(Specialist, title));
    }
}
