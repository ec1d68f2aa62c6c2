using System.Globalization;

namespace TechPlan.Functions.Forms.Word;

/// <summary>Says in words where a line or a row stands.</summary>
/// <param name="fixedPlace">Where everything stands, such as <c>page header</c>; null for the body, where lines and tables are counted.</param>
internal sealed class Places(string? fixedPlace = null)
{
    private int _lines;
    private int _tables;

    internal string NextLine() => fixedPlace ?? string.Create(CultureInfo.InvariantCulture, $"line {++_lines}");

    internal int NextTable() => ++_tables;

    internal string Row(int table, int row) => fixedPlace ?? string.Create(CultureInfo.InvariantCulture, $"table {table}, row {row}");
}
