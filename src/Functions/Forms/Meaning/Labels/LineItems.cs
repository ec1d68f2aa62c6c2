using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Makes the items of one line.</summary>
internal static class LineItems
{
    /// <summary>More printed text than any form has on a line: nothing of it is a label or an answer.</summary>
    private const int LongestLine = 20_000;

    internal static IReadOnlyList<FormItem> Of(FormBlock.Line line)
    {
        if (line.Pieces.Sum(piece => piece is FormPiece.Text text ? text.Value.Length : 0) > LongestLine)
        {
            return [];
        }

        var pieces = TypedMarks.AsBoxes(line.Pieces).ToArray();
        FormItem[] items = [.. pieces.SelectMany((piece, at) => Of(piece, At(pieces, at - 1), At(pieces, at + 1)))];
        return BlankFirst(items) ? Turned(items) : items;
    }

    private static IEnumerable<FormItem> Of(FormPiece piece, Neighbor before, Neighbor after) => piece switch
    {
        FormPiece.Text text => LabelScanner.Scan(text.Value, before, after),
        FormPiece.Blank blank => [new FormItem.Blank(blank.Name, blank.Value)],
        FormPiece.Box box => [new FormItem.Box(box.Name, box.Checked)],
        _ => throw new InvalidOperationException($"No item for {piece.GetType().Name}."),
    };

    private static Neighbor At(FormPiece[] pieces, int at) => at < 0 || at >= pieces.Length ? Neighbor.None : pieces[at] switch
    {
        FormPiece.Blank => Neighbor.Blank,
        FormPiece.Box => Neighbor.Box,
        _ => Neighbor.None,
    };

    /// <summary>Whether each blank stands before its label, as on lines to write on with the label behind them.</summary>
    private static bool BlankFirst(FormItem[] items) =>
        items.Length > 1 && items.Length % 2 == 0 && items.Index().All(entry => entry.Index % 2 == 0
            ? entry.Item is FormItem.Blank
            : entry.Item is FormItem.Label label && !label.Asks.IsChoice());

    private static FormItem[] Turned(FormItem[] items) => [.. items.Chunk(2).SelectMany(pair => pair.Reverse())];
}
