using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using TechPlan.Functions.Mailbox.Handling;

namespace TechPlan.Functions.Mailbox.Watch;

/// <summary>The rounds that keep new mail coming to our knowledge.</summary>
public sealed class MailboxTimers(IMailboxUpkeep upkeep, MailroomNudge mailroom)
{
    /// <summary>At the start as well, so that a first deployment or a change of the address waits for nothing.</summary>
    [Function("MailboxWatch")]
    public async Task WatchAsync(
        [TimerTrigger("15 */5 * * * *", RunOnStartup = true)] TimerInfo timer, [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        if (await upkeep.WatchAsync(cancellation))
        {
            await mailroom.SendAsync(engine, cancellation);
        }
    }

    [Function("MailboxSweep")]
    public async Task SweepAsync([TimerTrigger("0 */10 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        if (await upkeep.SweepAsync(cancellation))
        {
            await mailroom.SendAsync(engine, cancellation);
        }
    }
}
