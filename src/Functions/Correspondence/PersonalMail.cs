using TechPlan.Domain;
using TechPlan.Functions.Correspondence.Senders;
using TechPlan.Functions.Mail.Letters;
using TechPlan.Functions.Mail.Rendering;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence;

/// <summary>A mail that a person wrote, with who that is as far as can be told.</summary>
internal sealed record PersonalMail(InboundMail Mail, EmailAddress From, Authenticity Authenticity)
{
    private const int LongestName = 80;

    internal MailKey Key { get; } = MailKey.Of(Mail);

    /// <summary>The sender, by the name that the mail gives; it may lie, so nothing is decided by it.</summary>
    internal Person Sender { get; } = new(PlainWords.Line(Mail.FromName, LongestName) is { Length: > 0 } name ? name : From.Value, From);

    /// <summary>A forged address is somebody else's, who must not be bothered.</summary>
    internal bool MayBeAnswered => Authenticity is not Authenticity.Failed;

    /// <summary>What a letter in the same conversation replies to.</summary>
    internal AnsweredMail Answered => new(Mail.MessageId, Mail.GraphId);

    /// <summary>Whether it comes from this address beyond doubt.</summary>
    /// <param name="mustBeProven">Whether an address that nobody has checked is in doubt.</param>
    internal bool IsFrom(EmailAddress? address, bool mustBeProven) =>
        From == address && (Authenticity is Authenticity.Proven || Authenticity is Authenticity.Unproven && !mustBeProven);
}
