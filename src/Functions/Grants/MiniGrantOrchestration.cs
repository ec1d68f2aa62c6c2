using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace TechPlan.Functions.Grants;

/// <summary>
/// One per mini-grant, under the mini-grant's id. It knows nothing and decides nothing: each generation advances, delivers and
/// waits for a nudge or the next moment. Everything it must not forget is in the table, so code can change under way.
/// </summary>
public static class MiniGrantOrchestration
{
    /// <summary>Timers may fire up to a second early; woken too soon, a generation would find nothing due and spin.</summary>
    private static readonly TimeSpan TimerPadding = TimeSpan.FromSeconds(1);

    /// <summary>
    /// An activity fails only when storage does or its worker dies: ten tries over about eight minutes outlast a failover and a
    /// deployment. What fails longer is left to the sweep.
    /// </summary>
    private static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(2)));

    [Function(nameof(MiniGrantOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var advanced = await context.CallActivityAsync<AdvanceResult>(nameof(MiniGrantActivities.AdvanceMiniGrant), context.InstanceId, Retries);
        var wakeAt = advanced.MailWaits ? (await DeliverAsync(context, advanced)).WakeAt : advanced.WakeAt;
        if (wakeAt is null)
        {
            return;
        }

        await NudgeOrMomentAsync(context, wakeAt.Value);

        // The next generation begins by advancing, so an unprocessed nudge has nothing to tell it; kept ones cost twice the storage requests.
        context.ContinueAsNew(newInput: null, preserveUnprocessedEvents: false);
    }

    private static Task<DeliveryResult> DeliverAsync(TaskOrchestrationContext context, AdvanceResult advanced) =>
        context.CallActivityAsync<DeliveryResult>(
            nameof(MiniGrantActivities.DeliverMail), new Delivery(context.InstanceId, advanced.WakeAt, advanced.Mark), Retries);

    /// <summary>A timer that lost is cancelled: left alone it would hold the next generation until it fires.</summary>
    private static async Task NudgeOrMomentAsync(TaskOrchestrationContext context, DateTimeOffset moment)
    {
        using var lost = new CancellationTokenSource();
        var timer = context.CreateTimer(moment.UtcDateTime + TimerPadding, lost.Token);
        var nudge = context.WaitForExternalEvent<object?>(Nudge.EventName, lost.Token);
        await Task.WhenAny(nudge, timer);
        lost.Cancel();
    }
}
