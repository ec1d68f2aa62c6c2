using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Directory;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Grants;

/// <summary>Files a request that was accepted at a door: from then on it is a mini-grant with a state and a history.</summary>
public sealed class Filing(
    MiniGrantStore store, OpenWorkTable openWork, SessionDatesTable dates, DirectoryCache directory, Handover<RecordedSubmission> recordings)
{
    /// <summary>Files what waits under the id; null when nothing waits, or when somebody else has just filed it.</summary>
    internal async Task<Commit?> TryFileAsync(MiniGrantId id, CancellationToken cancellation)
    {
        var row = await openWork.FindAsync(id, cancellation);
        return row is not null && OpenSubmission.From(id, row) is { } submission
            ? await FileAsync(new RecordedSubmission(submission, row.ETag.ToString()), cancellation)
            : null;
    }

    /// <summary>Files what this process has recorded a moment ago, without looking for it; null when it has not, or when somebody else was faster.</summary>
    internal Task<Commit?> TryFileRecordedAsync(MiniGrantId id, CancellationToken cancellation) =>
        recordings.Take(id) is { } recorded ? FileAsync(recorded, cancellation) : Task.FromResult<Commit?>(null);

    private async Task<Commit?> FileAsync(RecordedSubmission recorded, CancellationToken cancellation)
    {
        var (submission, mark) = recorded;
        var verdict = await WithNeighborsAsync(submission, cancellation);
        return await store.TryCommitAsync(submission.Id, StoredMiniGrant.NotYet(submission.Source, mark), [verdict], mark, submission, cancellation);
    }

    /// <summary>
    /// The verdict of the door, with what only the other mini-grants can tell. It is decided as of the moment it came in; should
    /// the district's rules have changed since then, the verdict given at the door still binds.
    /// </summary>
    private async Task<MiniGrantEvent> WithNeighborsAsync(OpenSubmission submission, CancellationToken cancellation)
    {
        var request = submission.Verdict.Submission.Request;
        var neighbors = await dates.NoteAsync(submission.Id, request.LeadSchool, request.Session.Date, cancellation);
        var rules = (await directory.GetAsync(cancellation)).Rules;
        var command = new MiniGrantCommand.Submit(submission.Id, request, submission.Facts with { SameSchoolAndDate = neighbors });
        return MiniGrantWorkflow.Decide(MiniGrant.NotSubmitted.Instance, command, submission.Verdict.At, rules) is DecisionResult.Accepted accepted
            ? accepted.Events.Single()
            : submission.Verdict;
    }
}
