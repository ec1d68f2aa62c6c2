using TechPlan.Local.Mail.Store;

namespace TechPlan.Local.Mail.GraphApi.Delta;

/// <summary>How often all delta links were made to expire, and what a link from before is answered.</summary>
internal sealed record DeltaDocument(int Epoch, int Status) : MailDocument(RowId)
{
    public const string RowId = "delta";
    public static readonly DeltaDocument First = new(0, 410);
}
