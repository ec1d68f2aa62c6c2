using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>
/// The one that handles mail and sends letters, a singleton. It knows nothing of either: each generation works off what the tables
/// say is due, then waits for a nudge or the next moment. While nothing waits it costs nothing, so it never ends by itself.
/// </summary>
public static class MailroomOrchestration
{
    internal const string InstanceId = "mailroom";

    /// <summary>Timers may fire up to a second early; woken too soon, a generation would find nothing due and spin.</summary>
    private static readonly TimeSpan TimerPadding = TimeSpan.FromSeconds(1);

    /// <summary>The activity fails only when storage does or its worker dies; what fails longer is left to the sweep.</summary>
    private static readonly TaskOptions Retries = TaskOptions.FromRetryPolicy(new RetryPolicy(
        maxNumberOfAttempts: 10, firstRetryInterval: TimeSpan.FromSeconds(1), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(2)));

    [Function(nameof(MailroomOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context)
    {
        var result = await context.CallActivityAsync<MailroomResult>(nameof(MailroomActivities.WorkMailroom), context.InstanceId, Retries);
        await NudgeOrMomentAsync(context, result.WakeAt);

        // The next generation begins by looking, so an unprocessed nudge has nothing to tell it.
        context.ContinueAsNew(newInput: null, preserveUnprocessedEvents: false);
    }

    private static async Task NudgeOrMomentAsync(TaskOrchestrationContext context, DateTimeOffset? moment)
    {
        using var lost = new CancellationTokenSource();
        var nudge = context.WaitForExternalEvent<object?>(MailroomNudge.EventName, lost.Token);
        Task[] whichever = moment is { } at ? [nudge, context.CreateTimer(at.UtcDateTime + TimerPadding, lost.Token)] : [nudge];
        await Task.WhenAny(whichever);
        lost.Cancel();
    }
}
