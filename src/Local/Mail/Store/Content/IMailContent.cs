namespace TechPlan.Local.Mail.Store;

/// <summary>Whole mails as they came, too large for a row and for memory.</summary>
internal interface IMailContent
{
    /// <summary>Keeps a mail under an id of the caller's; what was kept half, by a process that died, is never asked for.</summary>
    Task SaveAsync(string id, ReadOnlyMemory<byte> content, CancellationToken cancellation);

    /// <returns>Null when nothing is kept under the id.</returns>
    Task<ReadOnlyMemory<byte>?> ReadAsync(string id, CancellationToken cancellation);
}
