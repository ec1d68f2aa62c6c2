using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Mail.Letters;

namespace TechPlan.Functions.Mail.Events;

/// <summary>Which of our mails a carrier tells about, as far as the id says that it was given with the mail.</summary>
internal abstract record MailName
{
    private MailName()
    {
    }

    /// <summary>Reads the id; null when it is none of ours.</summary>
    internal static MailName? TryParse(string? id) =>
        MailRow.OfCallId(id) is { } call ? new OfNotice(call.Grant, call.NoticeKey)
        : LetterRow.OfMailId(id) is { } letter ? new OfLetter(letter.About, letter.Hash)
        : null;

    /// <summary>A mini-grant's mail; all recipients of a notice share the name.</summary>
    /// <param name="Notice">The row key of the notice while it waited.</param>
    internal sealed record OfNotice(MiniGrantId Grant, string Notice) : MailName;

    internal sealed record OfLetter(MiniGrantId? About, string Hash) : MailName;
}
