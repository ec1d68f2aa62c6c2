using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Enroll;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Grants;

/// <summary>Decides a command on a mini-grant that was read, and commits what it leads to.</summary>
public sealed class MiniGrantDecider(
    MiniGrantStore store, OpenWorkTable openWork, DirectoryCache directory, IRegistrationCount registrations, TimeProvider clock)
{
    /// <summary>
    /// Decides and commits. The marker goes up before the commit: whoever is interrupted in between leaves a row that the sweep
    /// finds, never a decision that nobody acts on.
    /// </summary>
    internal async Task<Step> StepAsync(MiniGrantId id, StoredMiniGrant before, MiniGrantCommand command, CancellationToken cancellation)
    {
        var rules = (await directory.GetAsync(cancellation)).Rules;
        switch (MiniGrantWorkflow.Decide(before.State, command, clock.GetUtcNow(), rules))
        {
            case DecisionResult.Refused refused:
                return new Step.Refused(refused.Reasons);
            case DecisionResult.Accepted { Events.IsEmpty: true }:
                return new Step.Nothing();
            case DecisionResult.Accepted accepted:
                var mark = await openWork.MarkAsync(id, cancellation);
                return await store.TryCommitAsync(id, before, accepted.Events, mark, filed: null, cancellation) is { } commit
                    ? new Step.Committed(commit)
                    : new Step.Overtaken();
            case var other:
                throw new InvalidOperationException($"No step for {other.GetType().Name}.");
        }
    }

    /// <summary>The command that a deadline asks for once it has come, with Enroll's count when it needs one; null before.</summary>
    internal async Task<MiniGrantCommand?> DueCommandAsync(MiniGrantId id, MiniGrant state, CancellationToken cancellation)
    {
        var deadline = await NextDeadlineAsync(state, cancellation);
        return deadline is null || deadline.At > clock.GetUtcNow() ? null
            : !deadline.NeedsCount ? new MiniGrantCommand.TimePassed()
            : await registrations.CountAsync(id, cancellation) is { } count ? new MiniGrantCommand.EnrollmentCounted(count)
            : new MiniGrantCommand.EnrollmentUnavailable();
    }

    /// <summary>When the mini-grant wants to be woken.</summary>
    internal async Task<Deadline?> NextDeadlineAsync(MiniGrant state, CancellationToken cancellation) =>
        MiniGrantWorkflow.NextDeadline(state, (await directory.GetAsync(cancellation)).Rules);
}
