using Microsoft.DurableTask.Client;

namespace TechPlan.Functions.Mailbox;

/// <summary>Where a door announces a mail, so that the mailroom handles it.</summary>
public interface IArrivals
{
    /// <summary>Records that a mail waits behind a door; it is durable once this returns. The same one again changes nothing.</summary>
    /// <param name="key">What the door's <see cref="IMailSource"/> finds the mail by: at most 200 characters, fit for a row key.</param>
    Task AnnounceAsync(MailDoor door, string key, DateTimeOffset receivedAt, CancellationToken cancellation);

    /// <summary>Asks the mailroom to look now rather than at its next round; losing this loses no mail.</summary>
    Task NudgeAsync(DurableTaskClient engine, CancellationToken cancellation);
}
