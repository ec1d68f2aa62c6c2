using Microsoft.DurableTask.Client;

namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>Handles what came in and sends the letters that wait.</summary>
public interface IMailroom
{
    /// <summary>Works off what is due.</summary>
    /// <param name="engine">By which mini-grants are woken.</param>
    /// <returns>When to come again (UTC); null when nothing waits any more.</returns>
    Task<DateTimeOffset?> WorkAsync(DurableTaskClient engine, CancellationToken cancellation);

    /// <summary>Whether anything waits, due or not.</summary>
    Task<bool> HasWorkAsync(CancellationToken cancellation);
}
