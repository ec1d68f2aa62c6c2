using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace TechPlan.Functions.Mailbox.Handling;

/// <summary>Forgets which mails were handled and which letters were sent, long after either could come again.</summary>
public sealed class MailroomRetention(IEnumerable<IRetainedMarks> marks, IOptions<MailboxOptions> options, TimeProvider clock, ILogger<MailroomRetention> log)
{
    /// <summary>At 8:40 UTC, which is night in the district.</summary>
    [Function(nameof(MailroomRetention))]
    public async Task RunAsync([TimerTrigger("0 40 8 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var oldest = clock.GetUtcNow().AddDays(-options.Value.KeepHandledDays);
        var removed = 0;
        foreach (var one in marks)
        {
            removed += await one.RemoveBeforeAsync(oldest, cancellation);
        }

        log.LogInformation("{Removed} marks of mails and letters were older than {Days} days and have been removed.", removed, options.Value.KeepHandledDays);
    }
}

/// <summary>Marks that keep something from being done twice, and may be forgotten one day.</summary>
public interface IRetainedMarks
{
    /// <summary>Forgets what was done before <paramref name="oldest"/>, and says how much that was.</summary>
    Task<int> RemoveBeforeAsync(DateTimeOffset oldest, CancellationToken cancellation);
}
