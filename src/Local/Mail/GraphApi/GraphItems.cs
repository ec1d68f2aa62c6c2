using Microsoft.Extensions.Options;
using TechPlan.Local.Mail.GraphApi.Delta;
using TechPlan.Local.Mail.GraphApi.Folders;
using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi;

/// <summary>What the owner of a mailbox does with messages that are there: find, mark, move, delete.</summary>
internal sealed class GraphItems(MailStore store, IOptions<LocalMailOptions> options, TimeProvider clock)
{
    /// <summary>The message, if it is in this mailbox.</summary>
    /// <param name="id">Without immutable ids, the one that the last move gave it; an older one names nothing any more.</param>
    public async Task<(MailEntry Entry, GraphDocument Message)?> FindAsync(string mailbox, string id, bool immutable, CancellationToken cancellation)
    {
        var entry = await store.FindAsync(id.Split('=')[0], cancellation);
        return entry?.Is<GraphDocument>() is true && entry.Open() is GraphDocument message && FolderOf(message, mailbox) is not null && message.IdFor(immutable) == id
            ? (entry, message)
            : null;
    }

    /// <summary>A message, whoever's it is and even when it is deleted; for the pages of a local run, not for Graph.</summary>
    public async Task<GraphDocument?> OpenAsync(string id, CancellationToken cancellation) =>
        (await store.FindAsync(id, cancellation))?.Open() as GraphDocument;

    /// <summary>The messages that a mailbox holds, newest first.</summary>
    public async Task<IReadOnlyList<GraphDocument>> ListAsync(string mailbox, GraphFilter filter, CancellationToken cancellation) =>
        [.. (await store.AllAsync(cancellation))
            .Where(entry => MayHold(entry, mailbox) && filter.MayMatch(entry))
            .Select(entry => entry.Open())
            .OfType<GraphDocument>()
            .Where(message => FolderOf(message, mailbox) is not null && filter.Matches(message))
            .OrderByDescending(message => message.ReceivedAt)];

    /// <summary>What a delta has to tell of a mailbox, in the order of arrival. Messages that are gone are looked at too.</summary>
    public async Task<IReadOnlyList<DeltaChange>> ChangesAsync(string mailbox, Func<GraphDocument, long, DeltaChange?> read, CancellationToken cancellation) =>
        [.. (await store.AllAsync(cancellation))
            .Where(entry => entry.Head is { IsIncoming: true } head && string.Equals(head.Mailbox, mailbox, StringComparison.OrdinalIgnoreCase))
            .Select(entry => read((GraphDocument)entry.Open(), entry.Arrival))
            .OfType<DeltaChange>()
            .OrderBy(change => change.At)];

    public Task<GraphDocument?> MarkAsync(GraphDocument message, GraphMessage change, CancellationToken cancellation) => RewriteAsync(
        message,
        (seen, _) => seen with
        {
            ChangedAt = clock.GetUtcNow(),
            Message = seen.Message.With(new GraphMessage { Categories = change.Categories, SingleValueExtendedProperties = change.SingleValueExtendedProperties }),
            Incoming = seen.Incoming! with { IsRead = change.IsRead ?? seen.Incoming.IsRead },
        },
        cancellation);

    public Task<GraphDocument?> MoveAsync(GraphDocument message, FolderName folder, CancellationToken cancellation) => RewriteAsync(
        message,
        (seen, arrival) => seen with { ChangedAt = clock.GetUtcNow(), Incoming = seen.Incoming!.MovedTo(folder, arrival) },
        cancellation);

    /// <summary>Takes a message out of the mailbox; its row stays, so that deltas can tell that it is gone.</summary>
    public Task<GraphDocument?> DeleteAsync(GraphDocument message, CancellationToken cancellation) => RewriteAsync(
        message,
        (seen, arrival) => seen with { ChangedAt = clock.GetUtcNow(), IsDeleted = true, Incoming = seen.Incoming?.MovedTo(null, arrival) },
        cancellation);

    /// <summary>Two requests that change different things of one message both succeed, as they do in Exchange.</summary>
    /// <returns>Null when the message is gone.</returns>
    private async Task<GraphDocument?> RewriteAsync(GraphDocument message, Func<GraphDocument, long, GraphDocument> change, CancellationToken cancellation)
    {
        while (await FindAsync(message.Mailbox, message.Id, immutable: true, cancellation) is var (entry, seen))
        {
            GraphDocument? changed = null;
            var outcome = await store.ReplaceAsync(entry, arrival => changed = change(seen, arrival), cancellation);
            if (outcome is not SaveOutcome.Changed)
            {
                return changed;
            }
        }

        return null;
    }

    /// <summary>A mailbox that the app reads has a row of its own for what came in; the sender's is none of its business.</summary>
    private string? FolderOf(GraphDocument message, string mailbox) =>
        message.Incoming is null && options.Value.Reads(mailbox) && !string.Equals(message.Mailbox, mailbox, StringComparison.OrdinalIgnoreCase)
            ? null
            : message.FolderIn(mailbox);

    /// <summary>Spares the unpacking of other people's mail.</summary>
    private static bool MayHold(MailEntry entry, string mailbox) =>
        string.Equals(entry.Head?.Mailbox, mailbox, StringComparison.OrdinalIgnoreCase)
        || entry.Summaries.Any(summary => summary.IsTo(mailbox));
}
