using System.Net.Http.Json;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Tests.Mail.Incoming;

public sealed class SubscriptionTests
{
    [Fact]
    public async Task Every_mail_is_told_to_those_who_subscribed()
    {
        await using var app = await MailApp.StartAsync();
        await using var listener = await Listener.StartAsync();
        var subscription = await SubscribeAsync(app, listener);

        var arrived = await app.DeliverAsync(Letters.Plain());
        await app.DeliverAsync(Letters.Plain(), "other@example.org");

        var told = Assert.Single(await listener.HearAsync(1));
        Assert.Equal((subscription.Id, "secret", "created"), ((string?)told["subscriptionId"], (string?)told["clientState"], (string?)told["changeType"]));
        Assert.Equal((arrived.Id, "#Microsoft.Graph.Message"), ((string?)told["resourceData"]!["id"], (string?)told["resourceData"]!["@odata.type"]));
    }

    [Fact]
    public async Task What_was_not_taken_comes_again()
    {
        await using var app = await MailApp.StartAsync();
        await using var listener = await Listener.StartAsync();
        await SubscribeAsync(app, listener);
        listener.RefuseNext(2);

        await app.DeliverAsync(Letters.Plain());

        await listener.HearAsync(1);
    }

    [Fact]
    public async Task An_address_that_fails_the_handshake_is_refused()
    {
        await using var app = await MailApp.StartAsync();
        await using var listener = await Listener.StartAsync();
        listener.Answer = "something else";

        var error = await Assert.ThrowsAsync<ODataError>(() => SubscribeAsync(app, listener));

        Assert.Equal((400, "ValidationError"), (error.ResponseStatusCode, error.Error!.Code));
    }

    public static TheoryData<Action<Subscription>> Wrong => new()
    {
        { subscription => subscription.ExpirationDateTime = DateTimeOffset.UtcNow.AddMinutes(10_090) },
        { subscription => subscription.ExpirationDateTime = DateTimeOffset.UtcNow.AddMinutes(-1) },
        { subscription => subscription.ClientState = new string('x', 129) },
        { subscription => subscription.ChangeType = "moved" },
        { subscription => subscription.Resource = "users" },
        { subscription => subscription.NotificationUrl = "http://elsewhere.example.org/" },
        { subscription => subscription.LifecycleNotificationUrl = "http://elsewhere.example.org/" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_Graph_would_refuse_is_refused(Action<Subscription> spoil)
    {
        await using var app = await MailApp.StartAsync();
        await using var listener = await Listener.StartAsync();
        var subscription = New(listener);
        spoil(subscription);

        var error = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Subscriptions.PostAsync(subscription));

        Assert.Equal(400, error.ResponseStatusCode);
    }

    [Fact]
    public async Task It_ends_by_the_clock_of_the_app_unless_it_is_renewed()
    {
        await using var app = await MailApp.StartAsync();
        await using var listener = await Listener.StartAsync();
        var (kept, lapsed) = (await SubscribeAsync(app, listener), await SubscribeAsync(app, listener));
        app.Clock.FreezeAt(DateTimeOffset.UtcNow.AddDays(1));
        await app.Graph.Subscriptions[kept.Id].PatchAsync(new Subscription { ExpirationDateTime = app.Clock.GetUtcNow().AddDays(6) });

        app.Clock.FreezeAt(DateTimeOffset.UtcNow.AddDays(4));

        Assert.Equal(kept.Id, Assert.Single((await app.Graph.Subscriptions.GetAsync())!.Value!).Id);
        var gone = await Assert.ThrowsAsync<ODataError>(() => app.Graph.Subscriptions[lapsed.Id].Reauthorize.PostAsync());
        Assert.Equal(404, gone.ResponseStatusCode);
        await app.Graph.Subscriptions[kept.Id].Reauthorize.PostAsync();
    }

    [Fact]
    public async Task It_outlives_the_process_and_ends_when_it_is_deleted()
    {
        var rows = new ForgetfulRows();
        await using var listener = await Listener.StartAsync();
        string id;
        await using (var app = await MailApp.StartAsync(rows))
        {
            id = (await SubscribeAsync(app, listener)).Id!;
        }

        await using var again = await MailApp.StartAsync(rows);
        await again.DeliverAsync(Letters.Plain());
        await listener.HearAsync(1);
        await again.Graph.Subscriptions[id].DeleteAsync();

        Assert.Empty((await again.Graph.Subscriptions.GetAsync())!.Value!);
    }

    [Fact]
    public async Task Notifications_are_lost_doubled_and_repeated_on_demand()
    {
        await using var app = await MailApp.StartAsync();
        await using var listener = await Listener.StartAsync();
        await SubscribeAsync(app, listener);

        await OrderAsync(app, new { lose = 1, duplicate = 1 });
        var lost = await app.DeliverAsync(Letters.Plain());
        var doubled = await app.DeliverAsync(Letters.Plain());
        await listener.HearAsync(2);
        await OrderAsync(app, new { repeat = lost.Id });

        Assert.Equal([doubled.Id, doubled.Id, lost.Id], (await listener.HearAsync(3)).Select(told => (string)told["resourceData"]!["id"]!));
    }

    [Fact]
    public async Task Lifecycle_notifications_come_on_demand_and_a_removed_subscription_is_gone()
    {
        await using var app = await MailApp.StartAsync();
        await using var listener = await Listener.StartAsync();
        await SubscribeAsync(app, listener);

        foreach (var (lifecycle, count) in new[] { ("reauthorizationRequired", 1), ("missed", 2), ("subscriptionRemoved", 3) })
        {
            await OrderAsync(app, new { lifecycle });
            Assert.Equal((lifecycle, "secret"), ((string?)(await listener.HearAsync(count))[^1]["lifecycleEvent"], (string?)listener.Heard[^1]["clientState"]));
        }

        Assert.Empty((await app.Graph.Subscriptions.GetAsync())!.Value!);
    }

    private static async Task<Subscription> SubscribeAsync(MailApp app, Listener listener) => (await app.Graph.Subscriptions.PostAsync(New(listener)))!;

    private static Subscription New(Listener listener) => new()
    {
        ChangeType = "created",
        Resource = $"users/{Letters.Intake}/mailFolders('inbox')/messages",
        NotificationUrl = listener.Address,
        LifecycleNotificationUrl = listener.Address,
        ClientState = "secret",
        ExpirationDateTime = DateTimeOffset.UtcNow.AddDays(3),
    };

    private static async Task OrderAsync(MailApp app, object order) =>
        (await app.Http.PostAsJsonAsync("/local/mail/notifications", order)).EnsureSuccessStatusCode();
}
