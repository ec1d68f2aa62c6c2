namespace TechPlan.Functions.Forms.Word;

/// <summary>
/// How much one file may cost. A file of ten megabytes can unpack to ten gigabytes, so everything is counted as it is unpacked, parsed
/// and read, and what the file says about itself is not believed. Forms need a hundredth of it.
/// </summary>
internal sealed class Allowance
{
    /// <summary>A program that walks down a nested file by calling itself would run out of stack beyond some thousands; Word's own forms stay below 40.</summary>
    internal const int MostDepth = 200;

    internal const int MostParts = 2_000;
    internal const long MostDeclaredBytes = 200L * 1024 * 1024;
    private const int MostFields = 1_000;

    private int _bytes = 16 * 1024 * 1024;
    private int _nodes = 300_000;
    private int _characters = 500_000;
    private int _fields = MostFields;

    /// <summary>Something was refused; what was read so far is not the whole file.</summary>
    internal bool IsSpent { get; private set; }

    internal bool Bytes(int count) => Take(ref _bytes, count);

    internal bool Nodes(int count) => Take(ref _nodes, count);

    internal bool Characters(int count) => Take(ref _characters, count);

    internal bool Field() => Take(ref _fields, 1);

    /// <summary>Says that a limit without a count was passed.</summary>
    internal void Spend() => IsSpent = true;

    private bool Take(ref int left, int count)
    {
        IsSpent |= count > left;
        left -= IsSpent ? 0 : count;
        return !IsSpent;
    }
}
