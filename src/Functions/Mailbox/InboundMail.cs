using System.Collections.Immutable;
using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;

namespace TechPlan.Functions.Mailbox;

/// <summary>A mail that came in, by whichever door, with everything that deciding about it needs.</summary>
/// <param name="MessageId">RFC 5322's Message-ID without angle brackets: the same mail has the same one whatever delivers it. Made from the content when the mail has none.</param>
/// <param name="From">The author; null when the header holds no address.</param>
/// <param name="FromName">As the header says it; may be empty, and may lie.</param>
/// <param name="Text">The plain text; empty when there is none.</param>
/// <param name="Html">The HTML; null when there is none.</param>
/// <param name="About">The mini-grant or draft that it answers a mail about; null when it answers none of ours.</param>
/// <param name="GraphId">Its immutable id in the mailbox, where it stays; null when it came through another door.</param>
public sealed record InboundMail(
    string MessageId,
    EmailAddress? From,
    string FromName,
    string Subject,
    DateTimeOffset ReceivedAt,
    ImmutableArray<MailHeader> Headers,
    string Text,
    string? Html,
    ImmutableArray<InboundFile> Files,
    MiniGrantId? About,
    string? GraphId)
{
    /// <summary>All values of a header, in the order of the mail; names differ in upper and lower case.</summary>
    public IEnumerable<string> HeaderValues(string name) =>
        Headers.Where(header => string.Equals(header.Name, name, StringComparison.OrdinalIgnoreCase)).Select(header => header.Value);
}

/// <summary>One line of a mail's head, unfolded.</summary>
public sealed record MailHeader(string Name, string Value);

/// <summary>A file attached to a mail.</summary>
/// <param name="Name">As the sender's program called it; not to be trusted as a path.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Content">Null when it is larger than any form and was left where it is.</param>
/// <param name="IsInline">Part of the text, such as a signature's picture.</param>
public sealed record InboundFile(string Name, string MediaType, long Size, ReadOnlyMemory<byte>? Content, bool IsInline);
