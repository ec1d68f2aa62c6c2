using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Grants;

/// <summary>Files a new request, decides everything that is due, and says what is left to do. Doing it twice is doing it once.</summary>
public sealed class MiniGrantAdvance(MiniGrantStore store, OpenWorkTable openWork, Filing filing, MiniGrantDecider decider)
{
    /// <summary>After a long standstill several deadlines are due at once; more than these are taken up by the next run.</summary>
    private const int MaxSteps = 16;

    public async Task<AdvanceResult> AdvanceAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var (grant, mailWaits) = await ReadOrFileAsync(id, cancellation);
        for (var steps = 0; steps < MaxSteps && grant is not null && await decider.DueCommandAsync(id, grant.State, cancellation) is { } due; steps++)
        {
            switch (await decider.StepAsync(id, grant, due, cancellation))
            {
                case Step.Committed committed:
                    (grant, mailWaits) = (committed.After, mailWaits || committed.MailWaits);
                    break;
                case Step.Overtaken:
                    (grant, mailWaits) = await ReadOrFileAsync(id, cancellation);
                    break;
            }
        }

        return grant is null ? new AdvanceResult(false, null, "") : await ResultAsync(id, grant, mailWaits, cancellation);
    }

    private async Task<(StoredMiniGrant? Grant, bool MailWaits)> ReadOrFileAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var work = await store.ReadWorkAsync(id, cancellation);
        if (work.Grant is null && await filing.TryFileAsync(id, cancellation) is { } filed)
        {
            return (filed.After, filed.MailWaits);
        }

        return (work.Grant, work.Outbox.Count > 0);
    }

    /// <summary>While mail waits the marker stays up: whoever delivers it says what is waited for next.</summary>
    private async Task<AdvanceResult> ResultAsync(MiniGrantId id, StoredMiniGrant grant, bool mailWaits, CancellationToken cancellation)
    {
        var wakeAt = (await decider.NextDeadlineAsync(grant.State, cancellation))?.At;
        return mailWaits
            ? new AdvanceResult(true, wakeAt, grant.Mark)
            : new AdvanceResult(false, await openWork.SettleAsync(id, grant.Mark, wakeAt, cancellation), grant.Mark);
    }
}
