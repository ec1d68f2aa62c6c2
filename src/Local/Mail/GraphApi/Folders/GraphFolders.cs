using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi.Folders;

/// <summary>The folders of a mailbox: those that every one has, then those that were made in it.</summary>
internal sealed class GraphFolders(MailStore store, TimeProvider clock) : IDisposable
{
    private readonly SemaphoreSlim _making = new(1, 1);

    public async Task<IReadOnlyList<FolderName>> ListAsync(string mailbox, CancellationToken cancellation)
    {
        var made = await store.AllAsync<FolderDocument>(cancellation);
        return [.. FolderName.WellKnown, .. made.Where(folder => Same(folder.Mailbox, mailbox)).Select(folder => new FolderName(folder.Id, folder.DisplayName))];
    }

    /// <param name="idOrName">An id, which is case-sensitive, or a well-known name.</param>
    public async Task<FolderName?> FindAsync(string mailbox, string idOrName, CancellationToken cancellation) =>
        (await ListAsync(mailbox, cancellation)).FirstOrDefault(folder =>
            FolderIds.Of(mailbox, folder.Key) == idOrName || (FolderName.WellKnown.Contains(folder) && Same(folder.Key, idOrName)));

    /// <returns>The new folder, or null when the mailbox has one of that name.</returns>
    public async Task<FolderName?> MakeAsync(string mailbox, string name, CancellationToken cancellation)
    {
        await _making.WaitAsync(cancellation);
        try
        {
            if ((await ListAsync(mailbox, cancellation)).Any(folder => Same(folder.Name, name)))
            {
                return null;
            }

            var made = new FolderDocument(MailIds.NewFolder(clock.GetUtcNow()), mailbox, name);
            await store.AddAsync(made, cancellation);
            return new FolderName(made.Id, made.DisplayName);
        }
        finally
        {
            _making.Release();
        }
    }

    public void Dispose() => _making.Dispose();

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
