using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>A line of the page: printed words, and the fields that stand among them.</summary>
internal sealed class PdfRow(double top, double bottom)
{
    /// <summary>What stands further apart on one line belongs to another column, in points.</summary>
    private const double ColumnGap = 24;

    private readonly List<PdfWords> _words = [];

    internal double Top { get; private set; } = top;

    internal double Bottom { get; private set; } = bottom;

    internal double Right => _words.Select(word => word.Place.Right).DefaultIfEmpty().Max();

    internal bool IsEmpty => _words.Count + Items.Count == 0;

    internal List<PdfItem> Items { get; } = [];

    internal void Add(PdfWords word)
    {
        (Top, Bottom) = (Math.Min(Top, word.Place.Top), Math.Max(Bottom, word.Place.Bottom));
        _words.Add(word);
    }

    internal bool HasTextBefore(PdfPlace place) => _words.Exists(word => word.Place.Left < place.Left);

    /// <summary>Takes the words that stand over a field out of this line; null when none do.</summary>
    internal PdfWords? TakeOver(PdfPlace place)
    {
        var column = Columns().Find(words => words[0].Place.Left < place.Right && words[^1].Place.Right > place.Left);
        _words.RemoveAll(word => column is not null && column.Contains(word));
        return column is null ? null : new PdfWords(Join(column), column[0].Place);
    }

    /// <summary>The line's pieces; print that begins a column's gap behind what comes before it begins another cell.</summary>
    internal List<List<FormPiece>> Cells()
    {
        var cells = new List<List<FormPiece>>();
        var end = double.NegativeInfinity;
        foreach (var (place, piece) in Parts().OrderBy(part => part.Place.Left))
        {
            if (cells.Count == 0 || (piece is FormPiece.Text && place.Left - end >= ColumnGap))
            {
                cells.Add([]);
            }

            cells[^1].Add(piece);
            end = place.Right;
        }

        return cells;
    }

    /// <summary>The fields, and the print between them: words that stand side by side are one piece unless a field stands there.</summary>
    private IEnumerable<(PdfPlace Place, FormPiece Piece)> Parts()
    {
        foreach (var column in Columns())
        {
            for (var (from, to) = (0, 1); from < column.Count; to++)
            {
                if (to == column.Count || Items.Exists(item => item.Place.Left > column[to - 1].Place.Left && item.Place.Left <= column[to].Place.Left))
                {
                    var words = column[from..to];
                    yield return (words[0].Place with { Width = words[^1].Place.Right - words[0].Place.Left }, new FormPiece.Text(Join(words)));
                    from = to;
                }
            }
        }

        foreach (var item in Items)
        {
            yield return (item.Place, item.Piece);
        }
    }

    private List<List<PdfWords>> Columns()
    {
        var columns = new List<List<PdfWords>>();
        foreach (var word in _words.OrderBy(word => word.Place.Left))
        {
            if (columns is [.., var last] && IsNear(last[^1], word))
            {
                last.Add(word);
            }
            else
            {
                columns.Add([word]);
            }
        }

        return columns;
    }

    private static bool IsNear(PdfWords before, PdfWords after) => after.Place.Left - before.Place.Right < ColumnGap;

    /// <summary>Programs print a line in pieces as they please: a gap as wide as a space is one.</summary>
    private static string Join(List<PdfWords> words)
    {
        var text = words[0].Text;
        for (var at = 1; at < words.Count; at++)
        {
            var gap = words[at].Place.Left - words[at - 1].Place.Right;
            text += gap > words[at].Place.Height / 5 && !text.EndsWith(' ') ? " " + words[at].Text : words[at].Text;
        }

        return text;
    }
}
