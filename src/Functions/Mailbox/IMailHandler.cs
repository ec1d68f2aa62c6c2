using System.Collections.Immutable;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Mailbox;

/// <summary>Decides what becomes of a mail that came in, and does it.</summary>
public interface IMailHandler
{
    /// <summary>
    /// Handles a mail. It may be called again for the same mail when the process died under it, so everything it does has keys made
    /// from the mail's Message-ID: whatever was done before is found done.
    /// </summary>
    Task<MailHandling> HandleAsync(InboundMail mail, CancellationToken cancellation);
}

/// <summary>What became of a mail.</summary>
/// <param name="Wake">Mini-grants to be worked on now.</param>
public sealed record MailHandling(MailPlace Place, ImmutableArray<MiniGrantId> Wake);

/// <summary>Where a handled mail is kept in the mailbox.</summary>
public enum MailPlace
{
    /// <summary>Nobody needs to look at it.</summary>
    Processed,

    /// <summary>A person must look at it.</summary>
    NeedsAttention,
}
