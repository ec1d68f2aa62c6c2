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
    /// Takes what is to be sent, with what is known of it by now, and finishes what is not. The rows of a notice with many
    /// recipients may need several transactions; the notice itself goes with the last, so that whoever comes after a crash goes
    /// on with it.
    /// </summary>
    public async Task ClaimAsync(MailPlan plan, CancellationToken cancellation)
    {
        await TellOfficeAsync(plan.Grant, plan.Jobs, cancellation);
        await SubmitAsync(
        [
            .. plan.Dropped.Select(row => Done(row, plan.Grant)),
            .. plan.Jobs.Select(job => Written(job, plan.Grant)),
            .. plan.Postponed.Select(row => new Change([Add(row, plan.Grant)], null)),
            .. plan.Expanded.Select(row => new Change([Delete(row, plan.Grant)], null)),
            .. Conversation(plan),
        ], cancellation);
        plan.HasJustBegun = false;
    }

    /// <summary>Writes down what has become of the jobs since; those that are done leave the outbox.</summary>
    public async Task SettleAsync(MailPlan plan, CancellationToken cancellation)
    {
        await TellOfficeAsync(plan.Grant, plan.Unsettled, cancellation);
        await SubmitAsync([.. plan.Unsettled.Select(job => Written(job, plan.Grant)), .. Conversation(plan)], cancellation);
        plan.Unsettled.Clear();
        plan.HasJustBegun = false;
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
                (job.Row, job.IsNew) = (job.Row with { ETag = etag }, false);
            }

            at += change.Actions.Length;
        }
    }

    private static Change Written(MailJob job, MiniGrantId grant) => job.Row.IsDone
        ? Done(job.Row, grant)
        : new Change([job.IsNew ? Add(job.Row, grant) : Replace(job.Row, grant)], job);

    private static Change Done(MailRow row, MiniGrantId grant) => new([Delete(row, grant), Add(row, grant)], null);

    private static TableTransactionAction Add(MailRow row, MiniGrantId grant) => new(TableTransactionActionType.Add, row.ToEntity(grant));

    private static TableTransactionAction Replace(MailRow row, MiniGrantId grant) => new(TableTransactionActionType.UpdateReplace, row.ToEntity(grant), row.ETag);

    private static TableTransactionAction Delete(MailRow row, MiniGrantId grant) =>
        new(TableTransactionActionType.Delete, new TableEntity(grant.Value, row.Key), row.ETag);

    private static IEnumerable<Change> Conversation(MailPlan plan) => plan.HasJustBegun
        ? [new Change([new TableTransactionAction(TableTransactionActionType.UpsertReplace, MiniGrantRows.ConversationRow(plan.Grant, plan.Conversation!))], null)]
        : [];

    /// <summary>What must stand or fall together.</summary>
    /// <param name="Job">Whose row the first action writes, so that its new version is known.</param>
    private sealed record Change(TableTransactionAction[] Actions, MailJob? Job);
}
