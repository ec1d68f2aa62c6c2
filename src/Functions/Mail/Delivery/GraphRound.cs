using TechPlan.Functions.Mail.Carriers;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>
/// Sends a pass's staff mail in two halves: the drafts before the rows are claimed, so that one transaction keeps their ids as
/// well, the sending after it. Once Graph asks to be left alone the rest is not tried: it would be told the same.
/// </summary>
internal sealed class GraphRound(GraphCarrier graph, CarrierChoice choice, TimeProvider clock)
{
    /// <summary>
    /// Makes the drafts. Of a mini-grant's first mails only one: the others are to be replies to it, and there can be none before
    /// it is sent.
    /// </summary>
    public async Task DraftAsync(MailPlan plan, CancellationToken cancellation)
    {
        foreach (var job in plan.JobsOf(CarrierName.Graph).ToArray())
        {
            Take(plan, job, plan.GraphPause ?? await graph.PrepareAsync(job.Mail!, plan.Conversation, cancellation));
            if (plan.Conversation is null)
            {
                break;
            }
        }
    }

    /// <summary>Sends the drafts, and makes those that had to wait for the conversation to begin.</summary>
    public async Task SendAsync(MailPlan plan, CancellationToken cancellation)
    {
        foreach (var job in plan.JobsOf(CarrierName.Graph).ToArray())
        {
            if (job.Answer is null)
            {
                Take(plan, job, plan.GraphPause ?? await graph.PrepareAsync(job.Mail!, plan.Conversation, cancellation));
            }

            if (job.Answer is CarrierAnswer.Ready ready)
            {
                Take(plan, job, plan.GraphPause ?? await graph.SendAsync(ready.ProviderId, cancellation));
            }

            plan.Unsettled.Add(job);
        }
    }

    private void Take(MailPlan plan, MailJob job, CarrierAnswer answer)
    {
        job.Answer = answer;
        job.Row = MailVerdict.After(job.Row, answer, choice.OtherCanTakeOver(job.Row), clock.GetUtcNow());
        if (answer is CarrierAnswer.Later { At: not null } pause)
        {
            plan.GraphPause = pause;
        }

        if (answer is CarrierAnswer.Sent { ProviderId: { } id } && plan.Conversation is null)
        {
            plan.Begin(id);
        }
    }
}
