namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>A table's head with a column for yes and one for no; the rows below hold a question and a mark in one of them.</summary>
internal sealed record AnswerColumns(int Cells, int Yes, int No)
{
    /// <summary>The columns when a row is such a head; null when it is not, as when it asks a question itself and yes or no is what was typed.</summary>
    internal static AnswerColumns? Of(PlacedItem[][] cells) =>
        cells.Length >= 3 && !Array.Exists(cells, Asks) && Only(cells, "yes", "sí") is { } yes && Only(cells, "no") is { } no ? new AnswerColumns(cells.Length, yes, no) : null;

    /// <summary>The question and which of its two answers are marked; null when the row below is not such a row.</summary>
    internal IEnumerable<PlacedItem>? Turn(PlacedItem[][] cells, string where)
    {
        if (cells.Length != Cells || !IsAnswer(cells[Yes]) || !IsAnswer(cells[No]))
        {
            return null;
        }

        var others = cells.Where((_, column) => column != Yes && column != No).SelectMany(cell => cell).ToArray();
        return Asks(others)
            ? [.. others, Choice(FormLabel.Yes, cells[Yes], where), Choice(FormLabel.No, cells[No], where), new PlacedItem(new FormItem.End(FormEnd.Row), where)]
            : null;
    }

    private static bool Asks(PlacedItem[] cell) => Array.Exists(cell, item => item.Item is FormItem.Label label && label.Asks.IsQuestion());

    private static PlacedItem Choice(FormLabel answer, PlacedItem[] cell, string where) => new(new FormItem.Choice(answer, Array.Exists(cell, IsMark)), where);

    private static int? Only(PlacedItem[][] cells, params string[] words) =>
        cells.Index().Where(cell => cell.Item is [{ Item: FormItem.Text text }] && words.Contains(text.Value.Trim(' ', ':', '?', '*'), StringComparer.OrdinalIgnoreCase)).ToArray() is [var only] ? only.Index : null;

    /// <summary>A mark, a place for one, or nothing.</summary>
    private static bool IsAnswer(PlacedItem[] cell) => Array.TrueForAll(cell, item => IsMark(item) || item.Item is FormItem.Box or FormItem.Blank { Value: "" } or FormItem.End);

    private static bool IsMark(PlacedItem item) => item.Item switch
    {
        FormItem.Box box => box.Checked,
        FormItem.Blank blank => IsMark(blank.Value),
        FormItem.Text text => IsMark(text.Value),
        _ => false,
    };

    private static bool IsMark(string text) => text.Trim().ToUpperInvariant() is "X" or "✓" or "✔" or "YES" or "NO" or "SI" or "SÍ";
}
