namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Turns a form on which every label stands under the line it belongs to, as on printed cards.</summary>
internal static class CaptionsBelow
{
    private const int FewestPairs = 3;

    internal static List<PlacedItem> Turn(List<PlacedItem> items)
    {
        var marks = items.Index().Where(entry => entry.Item.Item is FormItem.Blank or FormItem.Label { Asks: not (FormLabel.Help or FormLabel.Yes or FormLabel.No) }).Select(entry => entry.Index).ToArray();
        if (marks.Length >= 2 * FewestPairs && marks.Length % 2 == 0 && marks.Index().All(mark => items[mark.Item].Item is FormItem.Blank == (mark.Index % 2 == 0)))
        {
            foreach (var pair in marks.Chunk(2))
            {
                (items[pair[0]], items[pair[1]]) = (items[pair[1]], items[pair[0]]);
            }
        }

        return items;
    }
}
