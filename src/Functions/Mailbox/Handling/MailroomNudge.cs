using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>
/// Tells the mailroom that something waits, or starts it. What waits stands in the tables, and a timer comes by, so nothing is lost
/// when this fails; it never fails its caller, unless the caller gives up.
/// </summary>
public sealed class MailroomNudge(ILogger<MailroomNudge> log)
{
    internal const string EventName = "nudge";

    public async Task SendAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        try
        {
            await engine.RaiseEventAsync(MailroomOrchestration.InstanceId, EventName, eventPayload: null, cancellation);
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            log.LogInformation("The mailroom was not running ({Problem}).", problem.GetType().Name);
            await StartAsync(engine, cancellation);
        }
    }

    /// <summary>Starts the mailroom if it does not run, and wakes it if it does. One that a person suspended is left alone.</summary>
    public async Task EnsureAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        var instance = await engine.GetInstanceAsync(MailroomOrchestration.InstanceId, cancellation);
        if (instance is null || instance.IsCompleted)
        {
            await StartAsync(engine, cancellation);
        }
        else if (instance.RuntimeStatus is not OrchestrationRuntimeStatus.Suspended)
        {
            await SendAsync(engine, cancellation);
        }
    }

    private async Task StartAsync(DurableTaskClient engine, CancellationToken cancellation)
    {
        try
        {
            await engine.ScheduleNewOrchestrationInstanceAsync(
                nameof(MailroomOrchestration), input: null, new StartOrchestrationOptions(InstanceId: MailroomOrchestration.InstanceId), cancellation);
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            // Most often somebody else has just started it: an engine that refuses a second start says so in a type of its own.
            log.LogInformation("The mailroom was not started here ({Problem}).", problem.GetType().Name);
        }
    }
}
