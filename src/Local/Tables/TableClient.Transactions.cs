using TechPlan.Local.Tables.Transactions;

#nullable disable annotations

namespace Azure.Data.Tables;

/// <content>Transactions.</content>
public partial class TableClient
{
    /// <summary>
    /// Writes up to 100 rows of one partition, all or none, in at most 4 MiB. The responses come in the order of the actions.
    /// </summary>
    /// <exception cref="TableTransactionFailedException">One action could not be done, so none was.</exception>
    /// <exception cref="RequestFailedException">The service refused the transaction as a whole.</exception>
    public virtual async Task<Response<IReadOnlyList<Response>>> SubmitTransactionAsync(
        IEnumerable<TableTransactionAction> transactionActions, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(transactionActions);
        var changeset = new ChangesetWriter(_transport.Address);
        foreach (var action in transactionActions)
        {
            changeset.Add(Changes.Of(Name, action));
        }

        if (changeset.IsEmpty)
        {
            throw new InvalidOperationException("A transaction needs at least one action.");
        }

        var response = await _transport.SendBatchAsync(changeset.ToContent(), changeset.ContentType, cancellationToken);
        return Response.FromValue(ChangesetReader.Read(response), response);
    }
}
