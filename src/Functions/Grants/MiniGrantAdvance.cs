using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Grants;

/// <summary>Files a new request, decides everything that is due, and says what is left to do. Doing it twice is doing it once.</summary>
public sealed class MiniGrantAdvance(
    MiniGrantStore store, OpenWorkTable openWork, Filing filing, MiniGrantDecider decider, Handover<MiniGrantWork> deliveries)
{
    /// <summary>After a long standstill several deadlines are due at once; more than these are taken up by the next run.</summary>
    private const int MaxSteps = 16;

    private static readonly MiniGrantWork Nothing = new(null, [], null);

    public async Task<AdvanceResult> AdvanceAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var work = await ReadOrFileAsync(id, cancellation);
        for (var steps = 0; steps < MaxSteps && work.Grant is { } grant && await decider.DueCommandAsync(id, grant.State, cancellation) is { } due; steps++)
        {
            work = await decider.StepAsync(id, grant, due, cancellation) switch
            {
                Step.Committed committed => work.With(committed.Commit),
                Step.Overtaken => await ReadOrFileAsync(id, cancellation),
                _ => work,
            };
        }

        return work.Grant is null ? new AdvanceResult(false, null, "") : await ResultAsync(id, work.Grant, work, cancellation);
    }

    private async Task<MiniGrantWork> ReadOrFileAsync(MiniGrantId id, CancellationToken cancellation)
    {
        if (await filing.TryFileRecordedAsync(id, cancellation) is { } justIn)
        {
            return Nothing.With(justIn);
        }

        var work = await store.ReadWorkAsync(id, cancellation);
        return work.Grant is not null ? work
            : await filing.TryFileAsync(id, cancellation) is { } filed ? work.With(filed)
            // Somebody else filed it meanwhile, or an answer was lost on the way and the request repeated: it may be there by now.
            : await store.ReadWorkAsync(id, cancellation);
    }

    /// <summary>While mail waits the marker stays up: whoever delivers it says what is waited for next.</summary>
    private async Task<AdvanceResult> ResultAsync(MiniGrantId id, StoredMiniGrant grant, MiniGrantWork work, CancellationToken cancellation)
    {
        var wakeAt = (await decider.NextDeadlineAsync(grant.State, cancellation))?.At;
        if (work.Outbox.Count == 0)
        {
            return new AdvanceResult(false, await openWork.SettleAsync(id, grant.Mark, wakeAt, cancellation), grant.Mark);
        }

        deliveries.Give(id, work);
        return new AdvanceResult(true, wakeAt, grant.Mark);
    }
}
