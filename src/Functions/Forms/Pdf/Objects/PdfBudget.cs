namespace TechPlan.Functions.Forms.Pdf.Objects;

/// <summary>
/// What reading one file may cost. A file is small and what it unpacks to, nests to or points to need not be, so whatever grows with it
/// is paid from here, and when nothing is left the reading ends.
/// </summary>
internal sealed class PdfBudget
{
    private const int Values = 500_000;
    private const long BytesWalked = 64L * 1024 * 1024;
    private const long BytesUnpacked = 32L * 1024 * 1024;

    private long _values = Values;
    private long _walked = BytesWalked;
    private long _unpacked = BytesUnpacked;

    internal bool IsSpent => _values < 0 || _walked < 0 || _unpacked < 0;

    internal long LeftToUnpack => Math.Max(0, _unpacked);

    internal void PayValue() => _values--;

    internal void PayWalk(long bytes) => _walked -= bytes;

    internal void PayUnpacked(long bytes) => _unpacked -= bytes;
}
