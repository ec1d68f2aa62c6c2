using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi.Delta;

/// <summary>Which delta links are still good.</summary>
internal sealed class DeltaState(MailStore store)
{
    public async Task<DeltaDocument> ReadAsync(CancellationToken cancellation) =>
        (await store.FindAsync(DeltaDocument.RowId, cancellation))?.Open() as DeltaDocument ?? DeltaDocument.First;

    /// <summary>No link given until now is good any more.</summary>
    /// <param name="status">410, which sends the client to a new round; 400 or 404, which say syncStateNotFound.</param>
    public async Task ExpireAsync(int status, CancellationToken cancellation)
    {
        var next = new DeltaDocument((await ReadAsync(cancellation)).Epoch + 1, status);
        if (await store.FindAsync(DeltaDocument.RowId, cancellation) is { } entry)
        {
            await store.ReplaceAsync(entry, next, cancellation);
        }
        else
        {
            await store.AddAsync(next, cancellation);
        }
    }
}
