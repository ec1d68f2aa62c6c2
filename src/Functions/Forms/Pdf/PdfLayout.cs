using System.Collections.Immutable;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>Puts a page's fields into the lines of text that they stand in, as a reader's eye does.</summary>
internal sealed class PdfLayout
{
    /// <summary>How far above a field its label may stand.</summary>
    private const double LabelAbove = 16;

    private const double SameBase = 3;

    /// <summary>A line that goes nearly to the edge goes on in the next.</summary>
    private const double FullLine = 0.8;

    private readonly List<PdfRow> _rows;
    private readonly List<PdfRow> _alone = [];
    private readonly string _where;

    private PdfLayout(List<PdfWords> words, string where)
    {
        _rows = Rows(words);
        _where = where;
    }

    internal static IEnumerable<FormBlock> Lines(List<PdfWords> words, IEnumerable<PdfItem> items, string where)
    {
        var layout = new PdfLayout(words, where);
        foreach (var item in items.OrderBy(item => item.Place.Top).ThenBy(item => item.Place.Left))
        {
            layout.Put(item);
        }

        return layout.Lines();
    }

    private static List<PdfRow> Rows(List<PdfWords> words)
    {
        var rows = new List<PdfRow>();
        foreach (var word in words.OrderBy(word => word.Place.Bottom).ThenBy(word => word.Place.Left))
        {
            if (rows is not [.., var last] || word.Place.Bottom - last.Bottom > SameBase)
            {
                rows.Add(last = new PdfRow(word.Place.Top, word.Place.Bottom));
            }

            last.Add(word);
        }

        return rows;
    }

    private void Put(PdfItem item)
    {
        var beside = _rows.Where(row => row.Top < item.Place.Bottom && row.Bottom > item.Place.Top).ToList();
        if ((beside.Find(row => row.HasTextBefore(item.Place)) ?? beside.FirstOrDefault()) is { } row)
        {
            row.Items.Add(item);
            return;
        }

        var above = _rows.LastOrDefault(row => row.Bottom <= item.Place.Top + SameBase && item.Place.Top - row.Bottom < LabelAbove);
        var alone = new PdfRow(item.Place.Top, item.Place.Bottom);
        if (above?.TakeOver(item.Place) is { } label)
        {
            alone.Add(label with { Place = label.Place with { Left = item.Place.Left } });
        }

        alone.Items.Add(item);
        _alone.Add(alone);
    }

    /// <summary>
    /// The lines from the top down. Print runs on: a label at the end of a line belongs to what begins the next one, if that is a blank
    /// without a label of its own, or if the line is full.
    /// </summary>
    private IEnumerable<FormBlock> Lines()
    {
        var edge = _rows.Select(row => row.Right).DefaultIfEmpty().Max();
        var (open, isFull) = ("", false);
        foreach (var row in _rows.Concat(_alone).Where(row => !row.IsEmpty).OrderBy(row => row.Top))
        {
            var cells = row.Cells();
            var takesOpen = open.Length > 0 && (cells[0][0] is FormPiece.Blank || (isFull && cells[0][0] is FormPiece.Text));
            if (open.Length > 0 && !takesOpen)
            {
                yield return Line([new FormPiece.Text(open)]);
            }

            Begin(cells[0], takesOpen ? open : "", row);
            isFull = row.Right > FullLine * edge;
            open = TakeOpen(cells, isFull);
            if (cells.Count > 0)
            {
                yield return cells is [var only] ? Line(only) : new FormBlock.Row([.. cells.Select(cell => ImmutableArray.Create(Line(cell)))], _where);
            }
        }

        if (open.Length > 0)
        {
            yield return Line([new FormPiece.Text(open)]);
        }
    }

    /// <summary>Takes the label out that a line ends with. What follows a box is what the box is called, unless it runs on.</summary>
    private static string TakeOpen(List<List<FormPiece>> cells, bool isFull)
    {
        var last = cells[^1];
        if (last[^1] is not FormPiece.Text label || (!isFull && last is [.., FormPiece.Box, _]))
        {
            return "";
        }

        last.RemoveAt(last.Count - 1);
        if (last.Count == 0)
        {
            cells.RemoveAt(cells.Count - 1);
        }

        return label.Value;
    }

    private static void Begin(List<FormPiece> pieces, string open, PdfRow row)
    {
        if (open.Length > 0 && pieces[0] is FormPiece.Text first)
        {
            pieces[0] = new FormPiece.Text($"{open.TrimEnd()} {first.Value.TrimStart()}");
        }
        else if (open.Length > 0)
        {
            pieces.Insert(0, new FormPiece.Text(open));
        }
        else if (pieces[0] is FormPiece.Blank && row.Items.MinBy(item => item.Place.Left) is { OwnLabel.Length: > 0 } item)
        {
            pieces.Insert(0, new FormPiece.Text(item.OwnLabel));
        }
    }

    private FormBlock.Line Line(IEnumerable<FormPiece> pieces) => new([.. pieces], _where);
}
