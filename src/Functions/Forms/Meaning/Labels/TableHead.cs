namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>A table's row of labels whose answers stand in the rows below.</summary>
internal sealed class TableHead
{
    private readonly PlacedItem[][] _cells;

    private TableHead(PlacedItem[][] cells) => _cells = cells;

    /// <summary>What the head says by itself: which part of the form follows.</summary>
    internal IEnumerable<PlacedItem> Titles =>
        _cells.SelectMany(cell => cell).Where(item => item.Item is FormItem.Label { Asks: FormLabel.PartnersHeader or FormLabel.PartnerSchool })
            .Select(item => item with { Item = new FormItem.Label(FormLabel.PartnersHeader, Certainty.Exact) });

    /// <summary>The head when a row holds nothing but labels, at least two; null when it holds more.</summary>
    internal static TableHead? Of(PlacedItem[][] cells) =>
        cells.Count(IsLabel) >= 2 && Array.TrueForAll(cells, cell => cell.Length == 0 || IsLabel(cell) || IsOrnament(cell)) ? new TableHead(cells) : null;

    /// <summary>A row below, each cell behind its column's label; null when it is not such a row.</summary>
    internal IEnumerable<PlacedItem>? Turn(PlacedItem[][] cells)
    {
        if (cells.Length != _cells.Length || Array.Exists(cells, cell => Array.Exists(cell, item => item.Item is FormItem.Label label && !label.Asks.IsChoice())))
        {
            return null;
        }

        return cells.SelectMany((cell, column) => IsLabel(_cells[column])
            ? [LabelOf(column), .. cell, new PlacedItem(new FormItem.End(FormEnd.Row), WhereOf(cell, column))]
            : Enumerable.Empty<PlacedItem>());
    }

    private PlacedItem LabelOf(int column) => _cells[column][0].Item is FormItem.Label { Asks: FormLabel.PartnersHeader }
        ? _cells[column][0] with { Item = new FormItem.Label(FormLabel.PartnerSchool, Certainty.Exact) }
        : _cells[column][0];

    private string WhereOf(PlacedItem[] cell, int column) => cell is [var first, ..] ? first.Where : _cells[column][0].Where;

    private static bool IsLabel(PlacedItem[] cell) =>
        cell is [{ Item: FormItem.Label label }] && !label.Asks.IsChoice() && label.Asks is not FormLabel.Help;

    /// <summary>A column's number or a few words that ask for nothing known.</summary>
    private static bool IsOrnament(PlacedItem[] cell) => cell is [{ Item: FormItem.Text { Value.Length: < 3 } }];
}
