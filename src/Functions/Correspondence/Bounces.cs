using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Drafts;
using TechPlan.Functions.Grants;
using TechPlan.Functions.Mailbox;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Correspondence;

/// <summary>Makes a task for the office of every mail that came back.</summary>
internal sealed class Bounces(MiniGrantService grants, IDraftStore drafts, OfficeTaskTable tasks)
{
    private const string Kind = "mail-bounced";
    private const int MostIds = 5;

    /// <summary>A report quotes the mail that it is about; the id stands in its subject, near the top.</summary>
    private const int LongestText = 20_000;

    /// <summary>Finds what the mail was about; only what cannot be found has to be looked at in the mailbox.</summary>
    internal async Task<MailPlace> HandleAsync(InboundMail mail, CancellationToken cancellation)
    {
        foreach (var id in Candidates(mail))
        {
            if (await grants.FindAsync(id, cancellation) is not null || await drafts.FindAsync(id, cancellation) is not null)
            {
                await tasks.AddAsync(new OfficeTask(id, Kind, MailKey.Of(mail).Letter("bounce"), mail.ReceivedAt), cancellation);
                return MailPlace.Processed;
            }
        }

        return MailPlace.NeedsAttention;
    }

    private static IEnumerable<MiniGrantId> Candidates(InboundMail mail)
    {
        var quoted = MiniGrantId.FindAll($"{mail.Subject}\n{(mail.Text.Length > LongestText ? mail.Text[..LongestText] : mail.Text)}");
        return (mail.About is { } about ? quoted.Prepend(about) : quoted).Distinct().Take(MostIds);
    }
}
