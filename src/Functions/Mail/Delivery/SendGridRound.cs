using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>
/// Sends a pass's mail to many, one call for all who get the same words. SendGrid is kept to oneself from a call until its
/// result is in the table, so a process that dies leaves one call in doubt at most.
/// </summary>
internal sealed class SendGridRound(SendGridCarrier sendGrid, MailLedger ledger, CarrierChoice choice, TimeProvider clock)
{
    public async Task RunAsync(MailPlan plan, CancellationToken cancellation)
    {
        foreach (var call in plan.JobsOf(CarrierName.SendGrid).GroupBy(job => job.Mail!.CallId).ToArray())
        {
            using var reserved = await sendGrid.ReserveAsync(cancellation);
            MailJob[] jobs = [.. call];
            await FindAsync(call.Key, jobs, cancellation);
            await SendAsync([.. jobs.Where(job => job.Answer is null)], cancellation);
            foreach (var job in jobs)
            {
                job.Row = MailVerdict.After(job.Row, job.Answer!, choice.OtherCanTakeOver(job.Row), clock.GetUtcNow());
            }

            plan.Unsettled.AddRange(jobs);
            await ledger.SettleAsync(plan, cancellation);
        }
    }

    /// <summary>What may have been taken before is looked up; without an answer it is not sent again yet.</summary>
    private async Task FindAsync(string callId, MailJob[] jobs, CancellationToken cancellation)
    {
        MailJob[] doubtful = [.. jobs.Where(job => job.TriedBefore)];
        if (doubtful.Length == 0)
        {
            return;
        }

        var taken = new HashSet<string>();
        var found = await sendGrid.FindAsync(callId, taken, cancellation);
        foreach (var job in doubtful)
        {
            job.Answer = found is not CarrierAnswer.Ready ? found
                : taken.Contains(job.Mail!.To.Email.Normalized) ? new CarrierAnswer.Sent(null)
                : null;
        }
    }

    /// <summary>One bad address makes SendGrid refuse a whole call, so a refused call is cut in two until the bad one is alone.</summary>
    private async Task SendAsync(MailJob[] jobs, CancellationToken cancellation)
    {
        if (jobs.Length == 0)
        {
            return;
        }

        var answer = await sendGrid.SendAsync([.. jobs.Select(job => job.Mail!)], cancellation);
        if (answer is CarrierAnswer.Refused { Reason: "status-400" or "status-413" } && jobs.Length > 1)
        {
            await SendAsync(jobs[..(jobs.Length / 2)], cancellation);
            await SendAsync(jobs[(jobs.Length / 2)..], cancellation);
            return;
        }

        foreach (var job in jobs)
        {
            job.Answer = answer;
        }
    }
}
