using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>
/// Sends a pass's staff mail. Drafts first, their ids into the table, then the sending. The very first mail of a mini-grant is
/// sent before the others are drafted, since they are to be replies to it; until then only its own id leads back to it.
/// </summary>
internal sealed class GraphRound(GraphCarrier graph, MailLedger ledger, CarrierChoice choice, TimeProvider clock)
{
    public async Task RunAsync(MailPlan plan, CancellationToken cancellation)
    {
        MailJob[] jobs = [.. plan.JobsOf(CarrierName.Graph)];
        if (jobs.Length == 0)
        {
            return;
        }

        string? begun = null;
        if (plan.Conversation is null)
        {
            begun = await BeginConversationAsync(plan, jobs[0], cancellation);
        }

        await PrepareAsync(plan, jobs, cancellation);
        if (jobs.Any(job => job.Answer is CarrierAnswer.Ready))
        {
            // What is settled already leaves the outbox in the same transaction.
            await SettleAsync(plan, jobs, begun, cancellation);
            (jobs, begun) = ([.. jobs.Where(job => job.Answer is CarrierAnswer.Ready)], null);
            await SendAsync(jobs, cancellation);
        }

        await SettleAsync(plan, jobs, begun, cancellation);
    }

    private async Task<string?> BeginConversationAsync(MailPlan plan, MailJob first, CancellationToken cancellation)
    {
        first.Answer = await graph.PrepareAsync(first.Mail!, conversation: null, cancellation);
        await SendAsync([first], cancellation);
        return first.Answer is CarrierAnswer.Sent { ProviderId: { } id } ? plan.Conversation = id : null;
    }

    /// <summary>Once Graph asks to be left alone, the others are not tried: they would be told the same.</summary>
    private async Task PrepareAsync(MailPlan plan, MailJob[] jobs, CancellationToken cancellation)
    {
        var pause = PauseOf(jobs);
        foreach (var job in jobs.Where(job => job.Answer is null))
        {
            job.Answer = pause ?? await graph.PrepareAsync(job.Mail!, plan.Conversation, cancellation);
            pause ??= PauseOf([job]);
        }
    }

    private async Task SendAsync(IEnumerable<MailJob> jobs, CancellationToken cancellation)
    {
        CarrierAnswer? pause = null;
        foreach (var job in jobs)
        {
            if (job.Answer is CarrierAnswer.Ready ready)
            {
                job.Answer = pause ?? await graph.SendAsync(ready.ProviderId, cancellation);
                pause ??= PauseOf([job]);
            }
        }
    }

    private Task SettleAsync(MailPlan plan, MailJob[] jobs, string? begun, CancellationToken cancellation)
    {
        foreach (var job in jobs)
        {
            job.Row = MailVerdict.After(job.Row, job.Answer!, choice.OtherCanTakeOver(job.Row), clock.GetUtcNow());
        }

        return ledger.KeepAsync(plan, jobs, begun, cancellation);
    }

    private static CarrierAnswer? PauseOf(IEnumerable<MailJob> jobs) =>
        jobs.Select(job => job.Answer).OfType<CarrierAnswer.Later>().FirstOrDefault(later => later.At is not null);
}
