namespace TechPlan.Local.Mail.Store;

/// <summary>Where packed documents are kept for good.</summary>
internal interface IMailRows
{
    Task<IReadOnlyList<MailRow>> LoadAsync(CancellationToken cancellation);

    /// <returns>The version written, to be handed to the next <see cref="ReplaceAsync"/>.</returns>
    Task<string> InsertAsync(MailRow row, CancellationToken cancellation);

    /// <returns>The version written, or null when the row has changed since <paramref name="row"/>'s version was read.</returns>
    Task<string?> ReplaceAsync(MailRow row, CancellationToken cancellation);
}

/// <param name="Arrival">Counts what was written; settles the order of mails sent at the same instant, and what a delta has still to tell.</param>
internal sealed record MailRow(string Id, long Arrival, ReadOnlyMemory<byte> Packed, string Version);
