using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using TechPlan.Local.Durable;

namespace TechPlan.Local.Tests.Durable;

public sealed class ClientTests
{
    [Fact]
    public async Task A_running_id_cannot_be_scheduled_again()
    {
        await using var engine = await WaitingAsync();
        await engine.ScheduleAsync("wait", id: "one");

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => engine.ScheduleAsync("wait", id: "one"));
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() =>
            engine.Client.ScheduleNewOrchestrationInstanceAsync("wait", new StartOrchestrationOptions("one") { DedupeStatuses = [] }));
    }

    [Fact]
    public async Task Of_ten_starts_of_one_id_at_once_one_succeeds()
    {
        await using var engine = await WaitingAsync();

        var starts = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
        {
            try
            {
                await Task.Yield();
                return await engine.ScheduleAsync("wait", id: "one");
            }
            catch (OrchestrationAlreadyExistsException)
            {
                return null;
            }
        }));

        Assert.Single(starts, start => start is not null);
    }

    [Fact]
    public async Task A_completed_id_starts_again_unless_its_status_is_listed()
    {
        await using var engine = await WaitingAsync();
        await engine.ScheduleAsync("wait", 1, "one");
        await engine.Client.RaiseEventAsync("one", "e", "first");
        await engine.EndOfAsync("one");
        var listed = new StartOrchestrationOptions("one").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);

        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync("wait", 2, listed));
        await engine.ScheduleAsync("wait", 2, "one");
        var state = await engine.StateOfAsync("one");

        Assert.Equal(OrchestrationRuntimeStatus.Running, state.RuntimeStatus);
        Assert.Equal(2, state.ReadInputAs<int>());
        Assert.Null(state.SerializedOutput);
    }

    [Fact]
    public async Task An_unknown_instance_is_null_and_purging_it_purges_none()
    {
        await using var engine = await WaitingAsync();

        Assert.Null(await engine.Client.GetInstanceAsync("nobody"));
        Assert.Equal(0, (await engine.Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);
    }

    [Fact]
    public async Task A_running_instance_is_not_purged_an_ended_one_is()
    {
        await using var engine = await WaitingAsync();
        var id = await engine.ScheduleAsync("wait");
        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Client.PurgeInstanceAsync(id));

        await engine.Client.TerminateInstanceAsync(id, "enough");
        var end = await engine.EndOfAsync(id);
        Assert.Equal((OrchestrationRuntimeStatus.Terminated, "enough"), (end.RuntimeStatus, end.ReadOutputAs<string>()));
        Assert.Equal(1, (await engine.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
        Assert.Null(await engine.Client.GetInstanceAsync(id));
    }

    [Fact]
    public async Task Purging_by_filter_leaves_the_running()
    {
        await using var engine = await WaitingAsync();
        await engine.ScheduleAsync("wait", id: "running");
        await engine.ScheduleAsync("wait", id: "ended");
        await engine.Client.TerminateInstanceAsync("ended");

        var purged = await engine.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter());

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.NotNull(await engine.Client.GetInstanceAsync("running"));
    }

    [Fact]
    public async Task An_unknown_orchestrator_fails_with_its_name()
    {
        await using var engine = await WaitingAsync();

        var end = await engine.EndOfAsync(await engine.ScheduleAsync("missing"));

        Assert.Equal("OrchestratorTaskNotFound", end.FailureDetails!.ErrorType);
        Assert.Contains("'missing'", end.FailureDetails.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suspended_instance_holds_its_events_until_it_is_resumed()
    {
        await using var engine = await WaitingAsync();
        var id = await engine.ScheduleAsync("wait");
        await engine.IdleAsync();
        await engine.Client.SuspendInstanceAsync(id);
        await engine.Client.RaiseEventAsync(id, "e", "held");
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await engine.StateOfAsync(id)).RuntimeStatus);

        await engine.RestartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await engine.StateOfAsync(id)).RuntimeStatus);
        await engine.Client.ResumeInstanceAsync(id);

        Assert.Equal("held", (await engine.EndOfAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task What_an_activity_did_for_a_suspended_instance_is_not_done_again_after_a_restart()
    {
        var runs = 0;
        var release = new TaskCompletionSource();
        await using var engine = await new EngineFixture()
            .Orchestrator("call", async context => await context.CallActivityAsync<int>("slow", 1))
            .Activity<int>("slow", async _ =>
            {
                runs++;
                await release.Task;
                return runs;
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("call");
        await engine.Client.WaitForInstanceStartAsync(id);
        await engine.Client.SuspendInstanceAsync(id);
        release.SetResult();
        await engine.IdleAsync();

        await engine.RestartAsync();
        await engine.Client.ResumeInstanceAsync(id);

        Assert.Equal(1, (await engine.EndOfAsync(id)).ReadOutputAs<int>());
        Assert.Equal(1, runs);
    }

    [Theory]
    [InlineData("@entity")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\nb")]
    [InlineData("a\u0085b")]
    [InlineData("")]
    public async Task An_id_that_no_backend_takes_is_refused(string id)
    {
        await using var engine = await WaitingAsync();

        await Assert.ThrowsAnyAsync<ArgumentException>(() => engine.ScheduleAsync("wait", id: id));
    }

    [Fact]
    public async Task An_id_has_at_most_256_characters()
    {
        await using var engine = await WaitingAsync();

        Assert.Equal(256, (await engine.ScheduleAsync("wait", id: new string('x', 256))).Length);
        await Assert.ThrowsAsync<ArgumentException>(() => engine.ScheduleAsync("wait", id: new string('x', 257)));
    }

    [Fact]
    public async Task A_custom_status_is_seen_from_outside_and_has_at_most_16_KiB()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("status", async context =>
            {
                context.SetCustomStatus(new string('x', context.GetInput<int>()));
                return await context.WaitForExternalEvent<string>("e");
            })
            .StartAsync();
        var fits = await engine.StateOfAsync(await engine.ScheduleAsync("status", 8190));
        var fails = await engine.EndOfAsync(await engine.ScheduleAsync("status", 8191));

        Assert.Equal(8190, fits.ReadCustomStatusAs<string>()!.Length);
        Assert.Contains("16 KiB", fails.FailureDetails!.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Instances_are_listed_by_status_and_prefix_page_by_page()
    {
        await using var engine = await WaitingAsync();
        for (var number = 0; number < 5; number++)
        {
            await engine.ScheduleAsync("wait", id: $"grant-{number}");
        }

        await engine.ScheduleAsync("wait", id: "other");
        await engine.Client.TerminateInstanceAsync("grant-3");
        await engine.IdleAsync();
        var query = new OrchestrationQuery(InstanceIdPrefix: "grant-", Statuses: [OrchestrationRuntimeStatus.Running], PageSize: 2);

        var pages = new List<Page<OrchestrationMetadata>>();
        await foreach (var page in engine.Client.GetAllInstancesAsync(query).AsPages())
        {
            pages.Add(page);
        }

        Assert.Equal(["grant-0", "grant-1", "grant-2", "grant-4"], pages.SelectMany(page => page.Values).Select(found => found.InstanceId));
        Assert.All(pages, page => Assert.True(page.Values.Count <= 2));
    }

    [Fact]
    public async Task Payloads_are_shown_only_when_asked_for()
    {
        await using var engine = await WaitingAsync();
        var id = await engine.ScheduleAsync("wait", 5);

        Assert.Null((await engine.Client.GetInstanceAsync(id))!.SerializedInput);
        Assert.Equal("5", (await engine.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.SerializedInput);
    }

    [Fact]
    public async Task Terminating_leaves_a_running_activity_alone_and_ignores_its_result()
    {
        var release = new TaskCompletionSource();
        var ran = new TaskCompletionSource();
        await using var engine = await new EngineFixture()
            .Orchestrator("call", async context => await context.CallActivityAsync<int>("slow", 1))
            .Activity<int>("slow", async _ =>
            {
                await release.Task;
                ran.SetResult();
                return 1;
            })
            .StartAsync();
        var id = await engine.ScheduleAsync("call");
        await engine.Client.WaitForInstanceStartAsync(id);

        await engine.Client.TerminateInstanceAsync(id);
        release.SetResult();
        await ran.Task;

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.StateOfAsync(id)).RuntimeStatus);
        await Assert.ThrowsAsync<InvalidOperationException>(() => engine.Client.TerminateInstanceAsync(id));
    }

    [Fact]
    public async Task A_delayed_start_is_refused_since_backends_ignore_it()
    {
        await using var engine = await WaitingAsync();

        await Assert.ThrowsAsync<NotSupportedException>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "wait", new StartOrchestrationOptions(StartAt: engine.Clock.GetUtcNow().AddDays(1))));
    }

    [Fact]
    public async Task Version_and_tags_are_kept()
    {
        await using var engine = await new EngineFixture()
            .Orchestrator("version", context => Task.FromResult<object?>(context.Version))
            .StartAsync();
        var options = new StartOrchestrationOptions { Version = "2.5", Tags = new Dictionary<string, string> { ["a"] = "b" } };

        var given = await engine.EndOfAsync(await engine.Client.ScheduleNewOrchestrationInstanceAsync("version", options));
        var byDefault = await engine.EndOfAsync(await engine.ScheduleAsync("version"));

        Assert.Equal(("2.5", "b"), (given.ReadOutputAs<string>(), given.Tags["a"]));
        Assert.Equal("1.0", byDefault.ReadOutputAs<string>());
    }

    private static Task<EngineFixture> WaitingAsync() => new EngineFixture()
        .Orchestrator("wait", async context => await context.WaitForExternalEvent<string>("e"))
        .StartAsync();
}
