using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace TechPlan.Functions.Forms.Writing;

/// <summary>Makes the form's tables: labels on a tint, answers on white, thin lines, and what a screen reader needs to find its way.</summary>
internal static class WordTables
{
    /// <summary>Between the margins of a letter page, in twentieths of a point.</summary>
    internal const int FullWidth = 10_370;

    private const string Lines = "8EA4C0";
    private const string Tint = "E8EEF7";

    /// <param name="description">What the table holds, for who cannot see it.</param>
    /// <param name="widths">Of its columns.</param>
    /// <param name="rows">Whose cells may span several columns.</param>
    internal static Table Of(string description, int[] widths, params IEnumerable<TableRow> rows)
    {
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Number(FullWidth), Type = TableWidthUnitValues.Dxa },
                Borders(),
                new TableLayout { Type = TableLayoutValues.Fixed },
                new TableCellMarginDefault(
                    new TopMargin { Width = "50", Type = TableWidthUnitValues.Dxa },
                    new TableCellLeftMargin { Width = 100, Type = TableWidthValues.Dxa },
                    new BottomMargin { Width = "50", Type = TableWidthUnitValues.Dxa },
                    new TableCellRightMargin { Width = 100, Type = TableWidthValues.Dxa }),
                new TableLook { Val = "0080", FirstColumn = true, FirstRow = false, LastRow = false, LastColumn = false, NoHorizontalBand = true, NoVerticalBand = true },
                new TableCaption { Val = description }),
            new TableGrid(widths.Select(width => new GridColumn { Width = Number(width) })));
        table.Append(rows);
        return table;
    }

    internal static TableRow Row(params IEnumerable<TableCell> cells) => new([new TableRowProperties(new CantSplit()), .. cells]);

    /// <summary>A row of column titles, repeated on the next page.</summary>
    internal static TableRow HeaderRow(params IEnumerable<TableCell> cells) => new([new TableRowProperties(new CantSplit(), new TableHeader()), .. cells]);

    internal static TableCell Label(int width, string label, int span = 1) =>
        Cell(width, Tint, span, WordParagraphs.Of(WordStyles.Label, WordParagraphs.Words(label)));

    internal static TableCell Answer(int width, OpenXmlElement inside) => Answer(width, 1, inside);

    internal static TableCell Answer(int width, int span, params ReadOnlySpan<OpenXmlElement> inside) =>
        Cell(width, null, span, WordParagraphs.Of(WordStyles.Answer, inside));

    private static TableCell Cell(int width, string? tint, int span, Paragraph paragraph)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa });
        if (span > 1)
        {
            properties.Append(new GridSpan { Val = span });
        }

        if (tint is not null)
        {
            properties.Append(new Shading { Val = ShadingPatternValues.Clear, Color = "auto", Fill = tint });
        }

        return new TableCell(properties, paragraph);
    }

    private static TableBorders Borders() => new(
        Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>());

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = Lines };

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
