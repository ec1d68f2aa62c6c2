using Azure;
using Azure.Data.Tables;
using TechPlan.Functions.Mail.Delivery;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mail.Letters;

/// <summary>The letters that wait, and the mark that each leaves behind, by which the same letter is never taken twice.</summary>
internal sealed class LetterTable(TechPlanTables tables)
{
    private static readonly string Waiting = TableClient.CreateQueryFilter(
        $"PartitionKey eq {LetterRows.Partition} and RowKey gt {LetterRows.WaitingFrom} and RowKey lt {LetterRows.WaitingUntil}");

    private readonly TableClient _table = tables.Letters;

    /// <summary>Keeps a letter; false when its key was posted before.</summary>
    public async Task<bool> TryAddAsync(LetterRow letter, CancellationToken cancellation)
    {
        try
        {
            await _table.SubmitTransactionAsync([Add(letter.ToPosted()), Add(letter.ToWaiting())], cancellation);
            return true;
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            return false;
        }
    }

    public async Task<bool> WasPostedAsync(string hash, CancellationToken cancellation) =>
        (await _table.GetEntityIfExistsAsync<TableEntity>(LetterRows.Partition, LetterRows.Posted(hash), ["RowKey"], cancellation)).HasValue;

    /// <summary>Whether anything waits.</summary>
    public Task<bool> AnyWaitingAsync(CancellationToken cancellation) => _table.AnyAsync(Waiting, cancellation);

    /// <summary>Everything that waits, due or not, the longest waiting first.</summary>
    public async Task<IReadOnlyList<LetterRow>> ListWaitingAsync(CancellationToken cancellation)
    {
        var waiting = new List<LetterRow>();
        await foreach (var row in _table.QueryAsync<TableEntity>(Waiting, cancellationToken: cancellation))
        {
            waiting.Add(LetterRow.From(row));
        }

        return [.. waiting.OrderBy(letter => letter.PostedAt)];
    }

    /// <summary>Writes how far a letter has come; one that is done leaves only its mark.</summary>
    /// <returns>The letter in its new version; null when somebody else has changed it.</returns>
    public async Task<LetterRow?> WriteAsync(LetterRow letter, CancellationToken cancellation)
    {
        var waiting = letter.ToWaiting();
        TableTransactionAction[] actions = letter.IsDone
            ? [new(TableTransactionActionType.Delete, waiting, letter.ETag), new(TableTransactionActionType.UpsertReplace, letter.ToPosted())]
            : [new(TableTransactionActionType.UpdateReplace, waiting, letter.ETag)];
        try
        {
            var answer = await _table.SubmitTransactionAsync(actions, cancellation);
            return letter with { ETag = answer.Value[0].Headers.ETag ?? default };
        }
        catch (RequestFailedException conflict) when (conflict.Status is 404 or 412)
        {
            return null;
        }
    }

    /// <summary>Forgets letters that were done with before <paramref name="oldest"/>, and says how many.</summary>
    internal Task<int> RemoveBeforeAsync(DateTimeOffset oldest, CancellationToken cancellation) => _table.RemoveAsync(
        TableClient.CreateQueryFilter(
            $"PartitionKey eq {LetterRows.Partition} and RowKey gt {LetterRows.PostedFrom} and RowKey lt {LetterRows.PostedUntil} and {MailColumns.DoneAt} lt {oldest}"),
        cancellation);

    private static TableTransactionAction Add(TableEntity row) => new(TableTransactionActionType.Add, row);
}
