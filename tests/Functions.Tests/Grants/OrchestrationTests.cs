using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Tests.Support;
using TechPlan.Testing;

namespace TechPlan.Functions.Tests.Grants;

/// <summary>The loop on a real engine: replay, timers, events.</summary>
[Collection(AzuriteTests.Name)]
public sealed class OrchestrationTests(AzuriteFixture azurite)
{
    /// <summary>November 4, 2099 is a Wednesday; its check is on Tuesday at 16:00 in Chicago, an hour after daylight saving ended.</summary>
    private static readonly DateTimeOffset AfterTheCheck = new(2099, 11, 3, 22, 0, 5, TimeSpan.Zero);

    [Fact]
    public async Task MG_12_From_webhook_to_confirmed()
    {
        await using var app = await RunningAsync();
        var id = await app.TakenAsync();
        await app.IdleAsync();
        await app.ExecuteAsync(id, new MiniGrantCommand.Approve(TestApp.Pat));
        await app.IdleAsync();
        app.Enroll.Registered = 15;

        await app.MoveToAsync(AfterTheCheck);

        Assert.IsType<MiniGrant.Confirmed>(await app.StateAsync(id));
        Assert.Equal(
            [
                "RequestReceived to LeadItl", "PleaseReview to Specialist", "RequestApproved to LeadItl",
                "SessionConfirmed to LeadItl", "SessionConfirmed to Specialist", "SessionConfirmed to Facilitator", "SessionConfirmed to RegisteredPeople",
            ],
            app.Mail.Sent);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await app.Engine.GetInstanceAsync(id.Value))!.RuntimeStatus);
        Assert.Null(await app.OpenRowAsync(id));
    }

    [Fact]
    public async Task MG_12_From_webhook_to_cancelled_with_a_warning_before()
    {
        await using var app = await RunningAsync();
        var id = await app.TakenAsync();
        await app.IdleAsync();
        await app.ExecuteAsync(id, new MiniGrantCommand.Approve(TestApp.Pat));
        await app.IdleAsync();
        app.Enroll.Registered = 14;

        await app.MoveToAsync(AfterTheCheck);

        Assert.IsType<MiniGrant.Cancelled>(await app.StateAsync(id));
        Assert.Contains("RegistrationsLow to Specialist", app.Mail.Sent);
        Assert.Contains("SessionCancelled to LeadItl", app.Mail.Sent);
    }

    [Fact]
    public async Task Nobody_decides_reminders_then_the_office_then_the_end()
    {
        await using var app = await RunningAsync();
        var id = await app.TakenAsync();

        await app.MoveToAsync(AfterTheCheck);

        Assert.IsType<MiniGrant.Expired>(await app.StateAsync(id));
        Assert.Contains("ReviewReminder to Specialist", app.Mail.Sent);
        Assert.Contains("RequestUndecided to Office", app.Mail.Sent);
        Assert.Equal(1, app.Mail.Sent.Count(sent => sent == "RequestExpired to LeadItl"));
    }

    [Fact]
    public async Task A_session_that_was_confirmed_can_still_be_withdrawn()
    {
        await using var app = await RunningAsync();
        var id = await app.TakenAsync();
        await app.IdleAsync();
        await app.ExecuteAsync(id, new MiniGrantCommand.Approve(TestApp.Pat));
        app.Enroll.Registered = 20;
        await app.MoveToAsync(AfterTheCheck);

        await app.ExecuteAsync(id, new MiniGrantCommand.Withdraw(TestApp.Dana, "The trainer is ill."));
        await app.IdleAsync();

        Assert.Contains("RequestWithdrawn to RegisteredPeople", app.Mail.Sent);
        Assert.Null(await app.OpenRowAsync(id));
    }

    [Fact]
    public async Task A_burst_of_nudges_loses_nothing_and_does_nothing_twice()
    {
        await using var app = await RunningAsync();
        var id = await app.TakenAsync();
        await app.IdleAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.ExecuteAsync(id, new MiniGrantCommand.Approve(TestApp.Pat))));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => app.Engine.RaiseEventAsync(id.Value, "NUDGE")));
        await app.IdleAsync();

        Assert.Equal(1, app.Mail.Sent.Count(sent => sent == "RequestApproved to LeadItl"));
    }

    [Fact]
    public async Task Mail_that_failed_is_tried_again_at_its_time()
    {
        await using var app = await RunningAsync();
        var later = app.Clock.GetUtcNow().AddMinutes(10);
        app.Mail.RetryAt = () => app.Clock.GetUtcNow() < later ? later : null;
        await app.TakenAsync();
        await app.IdleAsync();
        Assert.Empty(app.Mail.Sent);

        await app.MoveToAsync(later.AddSeconds(2));

        Assert.Equal(2, app.Mail.Sent.Count);
    }

    [Fact]
    public async Task A_nudge_with_nothing_to_do_costs_a_look_and_no_more()
    {
        await using var app = await RunningAsync();
        var id = await app.TakenAsync();
        await app.IdleAsync();
        var before = app.Requests.Requests.Count;

        await app.Engine.RaiseEventAsync(id.Value, "nudge");
        await app.IdleAsync();

        Assert.InRange(app.Requests.Requests.Count - before, 1, 4);
    }

    [Fact]
    public async Task A_timer_is_asked_for_a_second_late_since_real_ones_fire_up_to_a_second_early()
    {
        await using var app = await RunningAsync();
        var id = await app.TakenAsync();
        await app.IdleAsync();

        var deadline = MiniGrantWorkflow.NextDeadline((await app.StateAsync(id))!, (await app.Get<DirectoryCache>().GetAsync(CancellationToken.None)).Rules);

        Assert.Equal(deadline!.At.AddSeconds(1), app.NextTimer);
    }

    [Fact]
    public async Task What_ended_is_kept_for_a_month_and_then_let_go_of()
    {
        await using var app = await RunningAsync();
        var ended = await app.TakenAsync();
        await app.IdleAsync();
        await app.MoveToAsync(AfterTheCheck);
        var purge = new HistoryPurge(app.Clock, NullLogger<HistoryPurge>.Instance);

        await purge.RunAsync(new TimerInfo(), app.Engine, CancellationToken.None);
        Assert.NotNull(await app.Engine.GetInstanceAsync(ended.Value));
        app.Clock.RunFrom(app.Clock.GetUtcNow().AddDays(31));
        await purge.RunAsync(new TimerInfo(), app.Engine, CancellationToken.None);

        Assert.Null(await app.Engine.GetInstanceAsync(ended.Value));
    }

    private async Task<TestApp> RunningAsync() => await (await TestApp.StartAsync(azurite)).WithEngineAsync(azurite);
}
