using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Correspondence;

/// <summary>Stands for a mail in keys and logs: made from its Message-ID, so that the same mail has the same one whenever and by whichever door it comes.</summary>
internal readonly record struct MailKey(string Hash)
{
    internal static MailKey Of(InboundMail mail) => new(TableKey.HashOf(mail.MessageId));

    /// <summary>What a request is taken in under that stood in the <paramref name="nth"/> form of the mail.</summary>
    internal string Source(int nth) => FormattableString.Invariant($"mail:{Hash}:{nth}");

    /// <summary>The key of a letter that the mail leads to: one for each role, however often the mail is handled.</summary>
    internal string Letter(string role) => $"mail:{Hash}:{role}";

    public override string ToString() => Hash;
}
