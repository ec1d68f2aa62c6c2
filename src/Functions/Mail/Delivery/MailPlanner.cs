using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Domain.Notices;
using TechPlan.Functions.Links;
using TechPlan.Functions.Mail.Carriers;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>Looks through a mini-grant's outbox: what is still true, whose it is, whose turn it is. Changes nothing.</summary>
internal sealed class MailPlanner(MailRecipients recipients, CarrierChoice choice, TimeProvider clock)
{
    /// <summary>Graph takes mails one by one, and a mailbox sends 30 a minute: a pass that claims more would only hold them up.</summary>
    private const int MostGraphMails = 50;

    /// <summary>
    /// A notice is drafted within a moment of its birth. If it is older, somebody may have died between its draft and its claim,
    /// and Graph is asked for that draft first.
    /// </summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(4);

    public async Task<MailPlan> PlanAsync(MiniGrantId id, MiniGrant.Known state, MiniGrantWork work, CancellationToken cancellation)
    {
        var plan = new MailPlan(id, state, work.Conversation);
        var rows = work.Outbox.Select(MailRow.From).ToArray();
        foreach (var mail in rows.Where(row => row.To is not null))
        {
            TakeUp(mail, plan);
        }

        foreach (var notice in rows.Where(row => row.To is null))
        {
            await AddressAsync(notice, rows, plan, cancellation);
        }

        return plan;
    }

    /// <summary>A mail that was made before: in doubt, due, not due yet, or no longer true.</summary>
    private void TakeUp(MailRow mail, MailPlan plan)
    {
        var now = clock.GetUtcNow();
        if (mail.State is MailState.Waiting && !NoticeRules.StillTrue(mail.Notice.Kind, plan.State))
        {
            plan.Dropped.Add(Drop(mail, "no-longer-true"));
        }
        else if (mail.State is MailState.Waiting && mail.NextAttemptAt > now)
        {
            plan.Stays(mail.NextAttemptAt.Value);
        }
        else
        {
            Claim(choice.IfNeeded(mail), plan, triedBefore: mail.State is MailState.Sending || mail.Reason is not null);
        }
    }

    private async Task AddressAsync(MailRow notice, MailRow[] rows, MailPlan plan, CancellationToken cancellation)
    {
        if (!NoticeRules.StillTrue(notice.Notice.Kind, plan.State))
        {
            plan.Dropped.Add(Drop(notice, "no-longer-true"));
            return;
        }

        var people = await recipients.OfAsync(notice.Notice.To, plan.State.Submission, cancellation);
        if (people.Count == 0)
        {
            plan.Dropped.Add(Drop(notice, "nobody-to-tell"));
        }
        else if (notice.Notice.To is Audience.RegisteredPeople)
        {
            Expand(notice, people, rows, plan);
        }
        else
        {
            Claim(choice.First(notice with { To = people[0] }), plan);
        }
    }

    /// <summary>
    /// One row for each recipient, under a key made from the address: when the app dies halfway, the rows that are there already
    /// are not made again. The notice goes with the last of them.
    /// </summary>
    private void Expand(MailRow notice, IReadOnlyList<Person> people, MailRow[] rows, MailPlan plan)
    {
        var known = rows.Where(row => row.To is not null && row.Key.StartsWith(notice.Key, StringComparison.Ordinal)).Select(row => row.Key).ToHashSet();
        var count = known.Count;
        foreach (var person in people)
        {
            var key = MiniGrantRows.Outbox(notice.Key, PersonKey.Of(person.Email));
            if (known.Add(key))
            {
                Claim(choice.First(notice with { Key = key, To = person, Batch = count++ / SendGridCarrier.MostPerCall }), plan, isNew: true);
            }
        }

        plan.Expanded.Add(notice);
    }

    private void Claim(MailRow row, MailPlan plan, bool isNew = false, bool triedBefore = false)
    {
        if (row.Carrier is not CarrierName.Graph || plan.JobsOf(CarrierName.Graph).Count() < MostGraphMails)
        {
            var mayHaveDraft = row.Carrier is CarrierName.Graph && clock.GetUtcNow() - row.CreatedAt > Moment;
            var claimed = row with { State = MailState.Sending, Attempts = row.Attempts + 1, NextAttemptAt = null };
            plan.Jobs.Add(new MailJob(claimed, isNew, triedBefore || mayHaveDraft));
            return;
        }

        plan.Stays(clock.GetUtcNow());
        if (isNew)
        {
            plan.Postponed.Add(row);
        }
    }

    private MailRow Drop(MailRow row, string reason) => row with { State = MailState.Dropped, Reason = reason, DoneAt = clock.GetUtcNow(), NextAttemptAt = null };
}
