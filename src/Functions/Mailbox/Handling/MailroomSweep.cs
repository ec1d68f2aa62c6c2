using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>
/// Sees to it that the mailroom runs while anything waits: a nudge may be lost, a worker killed, the instance failed. It stands
/// outside the orchestration, so nothing that befalls that one befalls it.
/// </summary>
public sealed class MailroomSweep(IMailroom mailroom, MailroomNudge nudge)
{
    [Function(nameof(MailroomSweep))]
    public async Task RunAsync([TimerTrigger("30 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient engine, CancellationToken cancellation)
    {
        if (await mailroom.HasWorkAsync(cancellation))
        {
            await nudge.EnsureAsync(engine, cancellation);
        }
    }
}
