using System.Collections.Immutable;
using System.Xml.Linq;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Word;

/// <summary>
/// Reads a table row by row. A table within a cell is read after the row that it stands in, with rows of its own: forms use an outer
/// table as a frame, and the labels stand beside their answers in the inner one.
/// </summary>
internal sealed class TableWalk(Allowance allowance, Places places)
{
    private readonly int _table = places.NextTable();
    private int _row;

    internal static IEnumerable<FormBlock> Read(XElement table, Allowance allowance, Places places)
    {
        var walk = new TableWalk(allowance, places);
        return [.. Inside(table, "tr").SelectMany(row => walk.Row(row.Part))];
    }

    private List<FormBlock> Row(XElement row)
    {
        var where = places.Row(_table, ++_row);
        if (IsGone(row.Child("trPr")))
        {
            return [];
        }

        var cells = Inside(row, "tc").Select(cell => Cell(cell, where)).ToList();
        var lines = cells.Select(blocks => blocks.OfType<FormBlock.Line>().ToImmutableArray()).ToImmutableArray();
        List<FormBlock> read = lines.All(cell => cell.IsEmpty) ? [] : [new FormBlock.Row(lines, where)];
        read.AddRange(cells.SelectMany(blocks => blocks.OfType<FormBlock.Row>()));
        return read;
    }

    private ImmutableArray<FormBlock> Cell((XElement Part, ContentControl? Control) cell, string where) => cell switch
    {
        _ when Continues(cell.Part.Child("tcPr")) => [],
        (_, { } control) => ControlReading.Read(control, allowance, places, () => where),
        var (part, _) => StoryWalk.Read(part, allowance, places, () => where),
    };

    /// <summary>The rows of a table or the cells of a row, those within content controls and marked insertions too.</summary>
    private static IEnumerable<(XElement Part, ContentControl? Control)> Inside(XElement parent, string name)
    {
        foreach (var child in parent.Elements())
        {
            switch (child.WordName())
            {
                case var own when own == name:
                    yield return (child, null);
                    break;
                case "sdt" when new ContentControl(child) is { Content: { } content } control:
                    var parts = Inside(content, name).ToList();
                    foreach (var part in parts)
                    {
                        yield return part with { Control = part.Control ?? (parts.Count == 1 ? control : null) };
                    }

                    break;
                case "ins" or "customXml" or "moveTo":
                    foreach (var part in Inside(child, name))
                    {
                        yield return part;
                    }

                    break;
                case "mc:AlternateContent" when child.Alternative() is { } chosen:
                    foreach (var part in Inside(chosen, name))
                    {
                        yield return part;
                    }

                    break;
            }
        }
    }

    private static bool IsGone(XElement? rowProperties) => rowProperties.Has("del") || rowProperties?.Child("hidden").Switch() == true;

    // The lower part of a cell that spans several rows shows nothing of its own; a deleted cell is gone.
    private static bool Continues(XElement? cellProperties) =>
        cellProperties?.Child("vMerge") is { } merge && merge.Val() != "restart" || cellProperties.Has("cellDel");
}
