using System.Collections.Concurrent;

namespace TechPlan.Local.Mail.Store;

/// <summary>
/// Every mail of this district. Rows are the truth, written before anything is answered; the copy in memory is read once,
/// at first use, and answers everything after that. One process owns them.
/// </summary>
internal sealed class MailStore(IMailRows rows) : IDisposable
{
    /// <summary>What fits a row of Table Storage, with room for its keys.</summary>
    public const int LargestPacked = 15 * 64 * 1024;

    private readonly SemaphoreSlim _opening = new(1, 1);
    private ConcurrentDictionary<string, MailEntry>? _entries;
    private long _arrivals;

    /// <summary>All documents, drafts included, in no particular order.</summary>
    public async Task<IReadOnlyCollection<MailEntry>> AllAsync(CancellationToken cancellation) =>
        [.. (await OpenAsync(cancellation)).Values];

    public async Task<MailEntry?> FindAsync(string id, CancellationToken cancellation) =>
        (await OpenAsync(cancellation)).GetValueOrDefault(id);

    public async Task<SaveOutcome> AddAsync(MailDocument document, CancellationToken cancellation)
    {
        var entries = await OpenAsync(cancellation);
        var row = NextRow(document, version: "");
        if (row.Packed.Length > LargestPacked)
        {
            return SaveOutcome.TooLarge;
        }

        var version = await rows.InsertAsync(row, cancellation);
        entries[row.Id] = new MailEntry(row with { Version = version }, document);
        return SaveOutcome.Saved;
    }

    /// <summary>Writes a document anew, unless it has been written since <paramref name="seen"/>.</summary>
    public async Task<SaveOutcome> ReplaceAsync(MailEntry seen, MailDocument document, CancellationToken cancellation)
    {
        var entries = await OpenAsync(cancellation);
        var row = NextRow(document, seen.Version);
        if (row.Packed.Length > LargestPacked)
        {
            return SaveOutcome.TooLarge;
        }

        if (await rows.ReplaceAsync(row, cancellation) is not { } version)
        {
            return SaveOutcome.Changed;
        }

        entries[row.Id] = new MailEntry(row with { Version = version }, document);
        return SaveOutcome.Saved;
    }

    public void Dispose() => _opening.Dispose();

    private MailRow NextRow(MailDocument document, string version) =>
        new(document.Id, Interlocked.Increment(ref _arrivals), MailPacking.Pack(document), version);

    private async Task<ConcurrentDictionary<string, MailEntry>> OpenAsync(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _entries) is { } opened)
        {
            return opened;
        }

        await _opening.WaitAsync(cancellation);
        try
        {
            return _entries ??= await LoadAsync(cancellation);
        }
        finally
        {
            _opening.Release();
        }
    }

    private async Task<ConcurrentDictionary<string, MailEntry>> LoadAsync(CancellationToken cancellation)
    {
        var loaded = await rows.LoadAsync(cancellation);
        _arrivals = loaded.Select(row => row.Arrival).DefaultIfEmpty().Max();
        var entries = loaded.Select(row => new MailEntry(row, MailPacking.Unpack(row.Packed)));
        return new(entries.Select(entry => KeyValuePair.Create(entry.Id, entry)), StringComparer.Ordinal);
    }
}

internal enum SaveOutcome
{
    Saved,

    /// <summary>Somebody else wrote it first; nothing was written.</summary>
    Changed,

    TooLarge,
}
