namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Puts boxes and the words beside them together, whether the words stand before or after.</summary>
internal static class ChoicePairs
{
    internal static List<PlacedItem> Pair(IReadOnlyList<PlacedItem> items)
    {
        var boxes = Where(items, item => item is FormItem.Box);
        var words = Where(items, item => item is FormItem.Label label && label.Asks.IsChoice());
        var pairs = boxes.Count == words.Count ? boxes.Zip(words).ToDictionary(pair => pair.First, pair => pair.Second) : Neighbors(boxes, words);
        var taken = pairs.Values.ToHashSet();
        return [.. items.Index().Where(entry => !taken.Contains(entry.Index)).Select(entry => pairs.TryGetValue(entry.Index, out var word) ? Choice(items, entry.Index, word) : entry.Item)];
    }

    /// <summary>Each box with the word right behind it, or each with the word right before it: whichever leaves fewer alone.</summary>
    private static Dictionary<int, int> Neighbors(List<int> boxes, List<int> words)
    {
        var (behind, before) = (At(boxes, words, 1), At(boxes, words, -1));
        var boxesLead = boxes.Count > 0 && words.Count > 0 && boxes[0] < words[0];
        return behind.Count > before.Count || (behind.Count == before.Count && boxesLead) ? behind : before;
    }

    private static Dictionary<int, int> At(List<int> boxes, List<int> words, int step)
    {
        var free = words.ToHashSet();
        return boxes.Where(box => free.Remove(box + step)).ToDictionary(box => box, box => box + step);
    }

    private static PlacedItem Choice(IReadOnlyList<PlacedItem> items, int box, int word) =>
        items[box] with { Item = new FormItem.Choice(((FormItem.Label)items[word].Item).Asks, ((FormItem.Box)items[box].Item).Checked) };

    private static List<int> Where(IReadOnlyList<PlacedItem> items, Func<FormItem, bool> isOne) =>
        [.. items.Index().Where(entry => isOne(entry.Item.Item)).Select(entry => entry.Index)];
}
