using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>What the mailroom's orchestration has done for it. It may run more than once: the tables say what is still to do.</summary>
public sealed class MailroomActivities(IMailroom mailroom)
{
    /// <param name="id">The orchestration's own.</param>
    /// <param name="engine">By which mini-grants are woken.</param>
    [Function(nameof(WorkMailroom))]
    public async Task<MailroomResult> WorkMailroom([ActivityTrigger] string id, [DurableClient] DurableTaskClient engine, CancellationToken cancellation) =>
        new(await mailroom.WorkAsync(engine, cancellation));
}

/// <summary>What is left to wait for. A record, so that it can grow while the mailroom runs.</summary>
/// <param name="WakeAt">The next moment to look again (UTC); null when there is nothing to wait for.</param>
public sealed record MailroomResult(DateTimeOffset? WakeAt);
