using System.Collections.Immutable;
using Microsoft.DurableTask.Client;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Grants;

/// <summary>What people do with mini-grants: look at them and move them on.</summary>
public sealed class MiniGrantService(MiniGrantStore store, MiniGrantDecider decider, Nudge nudge)
{
    /// <summary>Enough for several people and a timer at once; each try is lost only because somebody else's succeeded.</summary>
    private const int MaxTries = 8;

    /// <summary>A mini-grant with the version that a command can be decided on; null when there is none.</summary>
    public Task<StoredMiniGrant?> ReadAsync(MiniGrantId id, CancellationToken cancellation) => store.ReadAsync(id, cancellation);

    /// <summary>Where a mini-grant stands; null when there is none.</summary>
    public async Task<MiniGrant.Known?> FindAsync(MiniGrantId id, CancellationToken cancellation) =>
        (await ReadAsync(id, cancellation))?.State as MiniGrant.Known;

    /// <summary>Everything that happened to a mini-grant, in order; empty when there is none.</summary>
    public Task<ImmutableArray<MiniGrantEvent>> HistoryAsync(MiniGrantId id, CancellationToken cancellation) =>
        store.HistoryAsync(id, cancellation);

    /// <summary>
    /// Carries out a person's command. What was due before the person came is decided first, as if the timer had been on time;
    /// when others decide at the same moment, the command is decided again on what they left.
    /// </summary>
    /// <param name="engine">The trigger's durable client: it is told when something changed.</param>
    /// <param name="seen">The mini-grant as its page was just read, which saves a read; null to read it now.</param>
    public async Task<CommandOutcome> ExecuteAsync(
        MiniGrantId id, MiniGrantCommand command, DurableTaskClient engine, CancellationToken cancellation, StoredMiniGrant? seen = null)
    {
        var grant = seen ?? await store.ReadAsync(id, cancellation);
        var changed = false;
        for (var tries = 0; tries < MaxTries && grant is not null; tries++)
        {
            if (await StepDueAsync(id, grant, cancellation) is { } due)
            {
                (grant, changed) = (due.Grant, changed || due.Changed);
                continue;
            }

            switch (await decider.StepAsync(id, grant, command, cancellation))
            {
                case Step.Committed { Commit.After: var after }:
                    // It stands by now: a browser that hangs up does not keep it from being worked on.
                    await nudge.SendAsync(engine, id, CancellationToken.None);
                    return new CommandOutcome.Done((MiniGrant.Known)after.State, Changed: true);
                case Step.Overtaken:
                    grant = await store.ReadAsync(id, cancellation);
                    break;
                case Step.Refused refused:
                    await NudgeIfAsync(changed, engine, id);
                    return new CommandOutcome.Refused(refused.Reasons, (MiniGrant.Known)grant.State);
                case Step.Nothing:
                    await NudgeIfAsync(changed, engine, id);
                    return new CommandOutcome.Done((MiniGrant.Known)grant.State, Changed: false);
            }
        }

        return grant is null
            ? new CommandOutcome.NotFound()
            : throw new InvalidOperationException($"Mini-grant {id} did not come to rest in {MaxTries} tries.");
    }

    /// <summary>
    /// What a deadline that has come leaves behind; null when none has, or when it leads to nothing or is refused: neither is an
    /// answer to the person, nor may it keep the person from acting.
    /// </summary>
    private async Task<(StoredMiniGrant? Grant, bool Changed)?> StepDueAsync(MiniGrantId id, StoredMiniGrant grant, CancellationToken cancellation) =>
        await decider.DueCommandAsync(id, grant.State, cancellation) is not { } due ? null
        : await decider.StepAsync(id, grant, due, cancellation) switch
        {
            Step.Committed { Commit.After: var after } => (after, true),
            Step.Overtaken => (await store.ReadAsync(id, cancellation), false),
            _ => null,
        };

    private Task NudgeIfAsync(bool changed, DurableTaskClient engine, MiniGrantId id) =>
        changed ? nudge.SendAsync(engine, id, CancellationToken.None) : Task.CompletedTask;
}
