using Azure;
using Azure.Data.Tables;
using TechPlan.Functions.Storage;

namespace TechPlan.Functions.Mailbox.Ledger;

/// <summary>Which mails were handled, by Message-ID: one mail that arrives twice, under two ids or by two doors, is handled once.</summary>
internal sealed class HandledMails(TechPlanTables tables, TimeProvider clock)
{
    private const string Row = "mail";

    private readonly TableClient _table = tables.HandledMails;

    /// <param name="arrival">The name of the arrival that wants to handle it.</param>
    public async Task<MailClaim> ClaimAsync(string messageId, string arrival, CancellationToken cancellation)
    {
        try
        {
            await _table.AddEntityAsync(RowOf(messageId, arrival), cancellation);
            return new MailClaim.Mine();
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
            var row = (await _table.GetEntityAsync<TableEntity>(PartitionOf(messageId), Row, cancellationToken: cancellation)).Value;
            return row.GetString("Place") is { } place ? new MailClaim.Done(Enum.Parse<MailPlace>(place))
                : row.GetString("Arrival") is { } owner && owner != arrival ? new MailClaim.Elsewhere(owner, row.ETag)
                : new MailClaim.Mine();
        }
    }

    /// <summary>Takes a claim over whose arrival has gone without handling the mail; false when somebody else was faster.</summary>
    public async Task<bool> TryTakeOverAsync(string messageId, string arrival, MailClaim.Elsewhere abandoned, CancellationToken cancellation)
    {
        try
        {
            await _table.UpdateEntityAsync(RowOf(messageId, arrival), abandoned.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    public Task DoneAsync(string messageId, string arrival, MailPlace place, CancellationToken cancellation)
    {
        var row = RowOf(messageId, arrival);
        row["Place"] = place.ToString();
        return _table.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
    }

    /// <summary>Forgets mails that were handled before <paramref name="oldest"/>, long after the same mail could come again, and says how many.</summary>
    internal Task<int> RemoveBeforeAsync(DateTimeOffset oldest, CancellationToken cancellation) =>
        _table.RemoveAsync(TableClient.CreateQueryFilter($"At lt {oldest}"), cancellation);

    private TableEntity RowOf(string messageId, string arrival) => new(PartitionOf(messageId), Row) { ["Arrival"] = arrival, ["At"] = clock.GetUtcNow() };

    private static string PartitionOf(string messageId) => TableKey.HashOf(messageId);
}
