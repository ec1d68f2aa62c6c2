using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Grants;

/// <summary>
/// Tells a mini-grant's orchestration that something has changed, or starts it. Nothing is lost when this fails: what was
/// decided stands in the table, marked, and the sweep comes by. So it never fails its caller, unless the caller gives up.
/// </summary>
public sealed class Nudge(OpenWorkTable openWork, ILogger<Nudge> log)
{
    internal const string EventName = "nudge";

    /// <summary>Wakes the orchestration, and starts one if none runs and the table says that something waits.</summary>
    public async Task SendAsync(DurableTaskClient engine, MiniGrantId id, CancellationToken cancellation)
    {
        try
        {
            await engine.RaiseEventAsync(id.Value, EventName, eventPayload: null, cancellation);
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            // An instance that does not exist or has completed: each engine says so with an exception of its own (the Functions
            // host with a bare RpcException), so only the table can tell what to do.
            log.LogInformation("Mini-grant {MiniGrant} had no running orchestration ({Problem}).", id, problem.GetType().Name);
            await StartIfOpenAsync(engine, id, cancellation);
        }
    }

    /// <summary>Starts the orchestration of a mini-grant that waits for something.</summary>
    public async Task StartAsync(DurableTaskClient engine, MiniGrantId id, CancellationToken cancellation)
    {
        try
        {
            await engine.ScheduleNewOrchestrationInstanceAsync(
                nameof(MiniGrantOrchestration), input: null, new StartOrchestrationOptions(InstanceId: id.Value), cancellation);
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            // Most often somebody else has just started it: an engine that refuses a second start says so in a type of its own.
            log.LogInformation("Mini-grant {MiniGrant} was not started here ({Problem}).", id, problem.GetType().Name);
        }
    }

    private async Task StartIfOpenAsync(DurableTaskClient engine, MiniGrantId id, CancellationToken cancellation)
    {
        try
        {
            if (await openWork.IsOpenAsync(id, cancellation))
            {
                await StartAsync(engine, id, cancellation);
            }
        }
        catch (Exception problem) when (!cancellation.IsCancellationRequested)
        {
            log.LogInformation("Whether mini-grant {MiniGrant} waits for anything could not be seen ({Problem}).", id, problem.GetType().Name);
        }
    }
}
