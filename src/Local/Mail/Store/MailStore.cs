using System.Collections.Concurrent;

namespace TechPlan.Local.Mail.Store;

/// <summary>
/// Every mail of this district. Rows are the truth, written before anything is answered; the copy in memory is read once,
/// at first use, and answers everything after that. One process owns them.
/// </summary>
internal sealed class MailStore(IMailRows rows) : IDisposable
{
    /// <summary>What fits a row of Table Storage, with room for its keys, as Azurite counts it: in base64, as it travels.</summary>
    public const int LargestPacked = 11 * 64 * 1024;

    private readonly SemaphoreSlim _opening = new(1, 1);
    private readonly MailArrivals _arrivals = new();
    private ConcurrentDictionary<string, MailEntry>? _entries;

    /// <summary>All documents, drafts included, in no particular order.</summary>
    public async Task<IReadOnlyCollection<MailEntry>> AllAsync(CancellationToken cancellation) =>
        [.. (await OpenAsync(cancellation)).Values];

    /// <summary>All documents of one kind.</summary>
    public async Task<IReadOnlyList<T>> AllAsync<T>(CancellationToken cancellation)
        where T : MailDocument =>
        [.. (await OpenAsync(cancellation)).Values.Where(entry => entry.Is<T>()).OrderBy(entry => entry.Id, StringComparer.Ordinal).Select(entry => (T)entry.Open())];

    /// <summary>Everything up to this arrival is written, and nothing will be written with one as early, whatever becomes of the process.</summary>
    public async Task<long> SettledAsync(CancellationToken cancellation)
    {
        await OpenAsync(cancellation);
        return _arrivals.Settled;
    }

    public async Task<MailEntry?> FindAsync(string id, CancellationToken cancellation) =>
        (await OpenAsync(cancellation)).GetValueOrDefault(id);

    public Task<SaveOutcome> AddAsync(MailDocument document, CancellationToken cancellation) =>
        AddAsync(_ => document, cancellation);

    /// <param name="make">Makes the document for the arrival that it will have.</param>
    public async Task<SaveOutcome> AddAsync(Func<long, MailDocument> make, CancellationToken cancellation) =>
        await WriteAsync(make, version: "", async row => await rows.InsertAsync(row, cancellation), cancellation);

    public Task<SaveOutcome> ReplaceAsync(MailEntry seen, MailDocument document, CancellationToken cancellation) =>
        ReplaceAsync(seen, _ => document, cancellation);

    /// <summary>Writes a document anew, unless it has been written since <paramref name="seen"/>.</summary>
    public Task<SaveOutcome> ReplaceAsync(MailEntry seen, Func<long, MailDocument> make, CancellationToken cancellation) =>
        WriteAsync(make, seen.Version, row => rows.ReplaceAsync(row, cancellation), cancellation);

    public void Dispose() => _opening.Dispose();

    private async Task<SaveOutcome> WriteAsync(
        Func<long, MailDocument> make,
        string version,
        Func<MailRow, Task<string?>> write,
        CancellationToken cancellation)
    {
        var entries = await OpenAsync(cancellation);
        var arrival = _arrivals.Begin();
        var isWritten = false;
        try
        {
            var document = make(arrival);
            var row = new MailRow(document.Id, arrival, MailPacking.Pack(document), version);
            if (row.Packed.Length > LargestPacked)
            {
                return SaveOutcome.TooLarge;
            }

            if (await write(row) is not { } written)
            {
                return SaveOutcome.Changed;
            }

            isWritten = true;
            entries[row.Id] = new MailEntry(row with { Version = written }, document);
            return SaveOutcome.Saved;
        }
        finally
        {
            _arrivals.End(arrival, isWritten);
        }
    }

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
        _arrivals.GoOnFrom(loaded.Select(row => row.Arrival).DefaultIfEmpty().Max());
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
