using System.Text.RegularExpressions;
using TechPlan.Domain;
using TechPlan.Domain.Directory;
using TechPlan.Functions.Mailbox;

namespace TechPlan.Functions.Correspondence.Senders;

/// <summary>Holds a sender against the ITL of record of the school for which is asked (MG-04). Nobody is refused here: in doubt the ITL is asked.</summary>
internal static partial class SenderCheck
{
    /// <param name="school">The lead school on the form; null when the directory has none of that name.</param>
    /// <param name="submitter">Who stands on the form as the one who asks; null when nobody does.</param>
    /// <param name="mustBeProven">Whether an address that nobody has checked counts as forged.</param>
    internal static SenderVerdict Of(InboundMail mail, Authenticity authenticity, School? school, string? submitter, bool mustBeProven) =>
        school is null ? new SenderVerdict.NoItlKnown()
        : DoubtOf(mail, authenticity, school.Itl, submitter, mustBeProven) is { } doubt ? new SenderVerdict.AskItl(school.Itl, doubt)
        : new SenderVerdict.ItlOfRecord(school.Itl);

    internal static bool IsForwarded(string subject) => Forwarding().IsMatch(subject);

    private static Doubt? DoubtOf(InboundMail mail, Authenticity authenticity, Person itl, string? submitter, bool mustBeProven) =>
        authenticity is Authenticity.Failed ? Doubt.Forged
        : mail.From != itl.Email ? Doubt.AnotherAddress
        : mustBeProven && authenticity is Authenticity.Unproven ? Doubt.NotProven
        : IsForwarded(mail.Subject) ? Doubt.Forwarded
        : submitter is not null && !PersonName.MayBeSame(submitter, itl.Name) ? Doubt.AnotherName
        : null;

    /// <summary>A subject that begins with a mark of forwarding, after any marks of answers.</summary>
    [GeneratedRegex(@"^\s*(?:re\s*:\s*){0,5}(?:fw|fwd|rv|tr|wg)\s*:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 100)]
    private static partial Regex Forwarding();
}
