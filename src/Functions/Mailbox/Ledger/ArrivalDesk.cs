using Microsoft.DurableTask.Client;
using TechPlan.Functions.Mailbox.Handling;

namespace TechPlan.Functions.Mailbox.Ledger;

/// <summary>Notes what the doors announce.</summary>
internal sealed class ArrivalDesk(ArrivalTable arrivals, MailroomNudge mailroom) : IArrivals
{
    public Task AnnounceAsync(MailDoor door, string key, DateTimeOffset receivedAt, CancellationToken cancellation) =>
        arrivals.TryAddAsync(new Arrival(door, key, receivedAt), cancellation);

    public Task NudgeAsync(DurableTaskClient engine, CancellationToken cancellation) => mailroom.SendAsync(engine, cancellation);
}
