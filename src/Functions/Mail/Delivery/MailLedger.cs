using Azure.Data.Tables;
using TechPlan.Domain.MiniGrants;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Delivery;

/// <summary>
/// Writes what a pass does to a mini-grant's mails. Every change of a row is bound to the version that was read, so of two who
/// deliver the same outbox one stops; what belongs together goes in one transaction.
/// </summary>
internal sealed class MailLedger(TechPlanTables tables, OfficeTaskTable officeTasks)
{
    /// <summary>What a transaction holds at most.</summary>
    private const int MostActions = 100;

    private readonly TableClient _table = tables.MiniGrants;

    /// <summary>
    /// Takes what is to be sent, and finishes what is not. The rows of a notice with many recipients may need several
    /// transactions; the notice itself goes with the last, so that whoever comes after a crash goes on with it.
    /// </summary>
    public Task ClaimAsync(MailPlan plan, CancellationToken cancellation) => SubmitAsync(
    [
        .. plan.Dropped.Select(row => Done(row, plan.Grant)),
        .. plan.Jobs.Select(job => new Change([job.IsNew ? Add(job.Row, plan.Grant) : Replace(job.Row, plan.Grant)], job)),
        .. plan.Postponed.Select(row => new Change([Add(row, plan.Grant)], null)),
        .. plan.Expanded.Select(row => new Change([Delete(row, plan.Grant)], null)),
    ], cancellation);

    /// <summary>Keeps what has come of the jobs so far; those that are done leave the outbox.</summary>
    /// <param name="conversation">The conversation's first message, when it has just been found out.</param>
    public async Task KeepAsync(MailPlan plan, IReadOnlyCollection<MailJob> jobs, string? conversation, CancellationToken cancellation)
    {
        await TellOfficeAsync(plan.Grant, jobs, cancellation);
        IEnumerable<Change> changes = jobs.Select(job => job.Row.IsDone ? Done(job.Row, plan.Grant) : new Change([Replace(job.Row, plan.Grant)], job));
        if (conversation is not null)
        {
            changes = changes.Append(new Change([Conversation(plan.Grant, conversation)], null));
        }

        await SubmitAsync([.. changes], cancellation);
    }

    /// <summary>Before the row says so: if the app dies in between, the task is there twice over, not missing.</summary>
    private async Task TellOfficeAsync(MiniGrantId grant, IEnumerable<MailJob> jobs, CancellationToken cancellation)
    {
        foreach (var task in jobs.Where(job => job.Row.State is MailState.Failed).Select(job => UndeliverableMail.TaskOf(grant, job.Row)).DistinctBy(task => task.Reference))
        {
            await officeTasks.AddAsync(task, cancellation);
        }
    }

    private async Task SubmitAsync(IReadOnlyList<Change> changes, CancellationToken cancellation)
    {
        var part = new List<Change>();
        foreach (var change in changes)
        {
            if (part.Sum(one => one.Actions.Length) + change.Actions.Length > MostActions)
            {
                await SubmitPartAsync(part, cancellation);
                part.Clear();
            }

            part.Add(change);
        }

        if (part.Count > 0)
        {
            await SubmitPartAsync(part, cancellation);
        }
    }

    private async Task SubmitPartAsync(List<Change> part, CancellationToken cancellation)
    {
        var answer = await _table.SubmitTransactionAsync(part.SelectMany(change => change.Actions), cancellation);
        var at = 0;
        foreach (var change in part)
        {
            if (change.Job is { } job && answer.Value[at].Headers.ETag is { } etag)
            {
                job.Row = job.Row with { ETag = etag };
            }

            at += change.Actions.Length;
        }
    }

    private static Change Done(MailRow row, MiniGrantId grant) => new([Delete(row, grant), Add(row, grant)], null);

    private static TableTransactionAction Add(MailRow row, MiniGrantId grant) => new(TableTransactionActionType.Add, row.ToEntity(grant));

    private static TableTransactionAction Replace(MailRow row, MiniGrantId grant) => new(TableTransactionActionType.UpdateReplace, row.ToEntity(grant), row.ETag);

    private static TableTransactionAction Delete(MailRow row, MiniGrantId grant) =>
        new(TableTransactionActionType.Delete, new TableEntity(grant.Value, row.Key), row.ETag);

    private static TableTransactionAction Conversation(MiniGrantId grant, string messageId) =>
        new(TableTransactionActionType.UpsertReplace, new TableEntity(grant.Value, MiniGrantRows.Conversation) { ["MessageId"] = messageId });

    /// <summary>What must stand or fall together.</summary>
    /// <param name="Job">Whose row the first action writes, so that its new version is known.</param>
    private sealed record Change(TableTransactionAction[] Actions, MailJob? Job);
}
