namespace TechPlan.Local.Mail.Store;

/// <summary>A stored document: what lists and look-ups ask for at hand, the rest packed.</summary>
internal sealed class MailEntry
{
    private readonly MailRow _row;

    public MailEntry(MailRow row, MailDocument document)
    {
        _row = row;
        Summaries = document.Summaries;
        Marks = document.Marks;
        Mailbox = (document as GraphApi.GraphDocument)?.Mailbox;
    }

    public string Id => _row.Id;

    public long Arrival => _row.Arrival;

    public string Version => _row.Version;

    public IReadOnlyList<MailSummary> Summaries { get; }

    public IReadOnlyList<Mark> Marks { get; }

    /// <summary>The mailbox that it was written in; null for what did not come from a mailbox.</summary>
    public string? Mailbox { get; }

    public MailDocument Open() => MailPacking.Unpack(_row.Packed);
}
