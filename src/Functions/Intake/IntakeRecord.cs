using TechPlan.Domain;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Intake;

/// <summary>Which mini-grant a source is. Two requests at the table service, sent together, decide it in all but the rarest cases.</summary>
public sealed class IntakeRecord(MiniGrantStore store, OpenWorkTable openWork, Handover<RecordedSubmission> recordings)
{
    /// <summary>An id is taken by another source once in hundreds of thousands; more than a few in a row is a fault of ours.</summary>
    private const int MaxAttempts = 5;

    /// <summary>Keeps what came in under the first id that is free or its own.</summary>
    internal async Task<IntakeOutcome.Taken> KeepAsync(
        Incoming incoming, MiniGrantEvent.Submitted verdict, SubmissionFacts facts, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var submission = ForAttempt(incoming, attempt, verdict, facts);
            if (await TryKeepAsync(submission, cancellation) is { } taken)
            {
                return taken;
            }
        }

        throw new InvalidOperationException($"No id was free for what came in, in {MaxAttempts} attempts.");
    }

    /// <summary>The mini-grant that a source became earlier; null when it became none.</summary>
    internal async Task<IntakeOutcome.Taken?> FindAsync(string source, CancellationToken cancellation)
    {
        for (var attempt = 0; attempt < MaxAttempts; attempt++)
        {
            var id = MiniGrantId.For(source, attempt);
            if (await FindOwnerAsync(id, cancellation) is not { } owner)
            {
                return null;
            }

            if (owner.Source == source)
            {
                return new IntakeOutcome.Taken(id, owner.Submitter, New: false);
            }
        }

        return null;
    }

    /// <summary>
    /// Inserts and looks for a filed mini-grant at the same time. Null when the id is another source's.
    /// </summary>
    private async Task<IntakeOutcome.Taken?> TryKeepAsync(OpenSubmission submission, CancellationToken cancellation)
    {
        var filing = store.ReadAsync(submission.Id, cancellation);
        var recorded = await openWork.TryRecordAsync(submission, cancellation);
        var filed = await filing;
        if (recorded is not null && filed is null)
        {
            recordings.Give(submission.Id, new RecordedSubmission(submission, recorded));
            return new IntakeOutcome.Taken(submission.Id, submission.Verdict.Submission.Request.Submitter, New: true);
        }

        if (recorded is not null)
        {
            await openWork.ForgetAsync(submission.Id, recorded, cancellation);
        }

        return await FindOwnerAsync(submission.Id, cancellation) is { } owner && owner.Source == submission.Source
            ? new IntakeOutcome.Taken(submission.Id, owner.Submitter, New: false)
            : null;
    }

    private async Task<Owner?> FindOwnerAsync(MiniGrantId id, CancellationToken cancellation)
    {
        if (await store.ReadAsync(id, cancellation) is { State: MiniGrant.Known known } filed)
        {
            return new Owner(filed.Source, known.Submission.Request.Submitter);
        }

        return await openWork.FindAsync(id, cancellation) is { } row && OpenSubmission.From(id, row) is { } waiting
            ? new Owner(waiting.Source, waiting.Verdict.Submission.Request.Submitter)
            : null;
    }

    private static OpenSubmission ForAttempt(Incoming incoming, int attempt, MiniGrantEvent.Submitted verdict, SubmissionFacts facts)
    {
        var id = MiniGrantId.For(incoming.Source, attempt);
        return new OpenSubmission(id, incoming.Source, incoming.Body, verdict with { Submission = verdict.Submission with { Id = id } }, facts)
        {
            Conversation = incoming.Conversation,
        };
    }

    /// <summary>Whose an id is.</summary>
    private sealed record Owner(string Source, Person Submitter);
}
