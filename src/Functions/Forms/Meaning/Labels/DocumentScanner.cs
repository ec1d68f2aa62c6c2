using System.Collections.Immutable;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Meaning.Labels;

/// <summary>Makes one stream of labels and answers of a document, tables turned so that each answer comes behind its label.</summary>
internal static class DocumentScanner
{
    /// <summary>More than any form has; what lies behind is not looked at.</summary>
    private const int MostBlocks = 4000;

    /// <summary>A form has a tenth of it; what does not fit is not looked at.</summary>
    private const int MostLetters = 100_000;

    internal static List<PlacedItem> Scan(FormDocument document)
    {
        var items = new List<PlacedItem>();
        TableHead? head = null;
        AnswerColumns? answers = null;
        var letters = 0;
        foreach (var block in document.Blocks.Take(MostBlocks))
        {
            if (letters + LettersOf(block) > MostLetters)
            {
                continue;
            }

            letters += LettersOf(block);
            if (block is not FormBlock.Row row)
            {
                (head, answers) = (null, null);
                items.AddRange(LinesOf((FormBlock.Line)block));
                continue;
            }

            var cells = row.Cells.Select(CellOf).ToArray();
            if (AnswerColumns.Of(cells) is { } columns)
            {
                (head, answers) = (null, columns);
            }
            else if (answers?.Turn(cells, row.Where) is { } answered)
            {
                items.AddRange(answered);
            }
            else if (TableHead.Of(cells) is { } found)
            {
                head = found;
                items.AddRange(found.Titles);
                items.Add(new PlacedItem(new FormItem.End(FormEnd.Row), row.Where));
            }
            else if (head?.Turn(cells) is { } turned)
            {
                items.AddRange(turned);
            }
            else
            {
                head = null;
                items.AddRange(Plain(cells, row.Where));
            }
        }

        return CaptionsBelow.Turn(items);
    }

    private static int LettersOf(FormBlock block) => block switch
    {
        FormBlock.Line line => line.Pieces.Sum(LettersOf),
        FormBlock.Row row => row.Cells.Sum(cell => cell.Sum(LettersOf)),
        _ => 0,
    };

    private static int LettersOf(FormPiece piece) => piece switch
    {
        FormPiece.Text text => text.Value.Length,
        FormPiece.Blank blank => blank.Value.Length,
        _ => 1,
    };

    private static IEnumerable<PlacedItem> Plain(PlacedItem[][] cells, string where)
    {
        var whole = cells.SelectMany((cell, at) => at + 1 < cells.Length ? cell.Append(new PlacedItem(new FormItem.End(FormEnd.Cell), where)) : cell);
        return ChoicePairs.Pair(AcrossCells(whole)).Append(new PlacedItem(new FormItem.End(cells.Length > 1 ? FormEnd.Row : FormEnd.Line), where));
    }

    /// <summary>A word in one cell and its box in the next belong together: the end between them is left out.</summary>
    private static List<PlacedItem> AcrossCells(IEnumerable<PlacedItem> items)
    {
        var kept = new List<PlacedItem>();
        foreach (var item in items)
        {
            if (kept.Count > 1 && kept[^1].Item is FormItem.End && IsPair(kept[^2].Item, item.Item))
            {
                kept.RemoveAt(kept.Count - 1);
            }

            kept.Add(item);
        }

        return kept;
    }

    private static bool IsPair(FormItem one, FormItem next) =>
        (one is FormItem.Box && IsAnswer(next)) || (IsAnswer(one) && next is FormItem.Box);

    private static bool IsAnswer(FormItem item) => item is FormItem.Label label && label.Asks.IsChoice();

    private static PlacedItem[] CellOf(ImmutableArray<FormBlock.Line> cell)
    {
        var items = cell.SelectMany(LinesOf).ToList();
        while (items is [.., { Item: FormItem.End }])
        {
            items.RemoveAt(items.Count - 1);
        }

        return [.. items];
    }

    private static IEnumerable<PlacedItem> LinesOf(FormBlock.Line line)
    {
        var items = ChoicePairs.Pair([.. LineItems.Of(line).Select(item => new PlacedItem(item, line.Where))]);
        return items.Append(new PlacedItem(new FormItem.End(items.Count == 0 ? FormEnd.EmptyLine : FormEnd.Line), line.Where));
    }
}
