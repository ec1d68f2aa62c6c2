using TechPlan.Local.Mail.GraphApi;

namespace TechPlan.Local.Mail.Store;

/// <summary>A stored document: what lists and look-ups ask for at hand, the rest packed.</summary>
internal sealed class MailEntry
{
    private readonly MailRow _row;
    private readonly Type _type;

    public MailEntry(MailRow row, MailDocument document)
    {
        _row = row;
        _type = document.GetType();
        Summaries = document.Summaries;
        Marks = document.Marks;
        Head = (document as GraphDocument)?.Head;
    }

    public string Id => _row.Id;

    public long Arrival => _row.Arrival;

    public string Version => _row.Version;

    public IReadOnlyList<MailSummary> Summaries { get; }

    public IReadOnlyList<Mark> Marks { get; }

    /// <summary>Null for what is not in a mailbox.</summary>
    public GraphHead? Head { get; }

    public bool Is<T>()
        where T : MailDocument => _type == typeof(T);

    public MailDocument Open() => MailPacking.Unpack(_row.Packed);
}
