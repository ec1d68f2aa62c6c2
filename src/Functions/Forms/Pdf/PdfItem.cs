using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>A field, or one box of it, as a piece of a document.</summary>
/// <param name="OwnLabel">What to call it where nothing is printed beside it.</param>
internal sealed record PdfItem(FormPiece Piece, string OwnLabel, PdfPlace Place)
{
    /// <summary>Whether a field bears one of our own forms' tags.</summary>
    internal static bool IsOurs(PdfField field) => FieldTags.PointerOf(field.Name) is not null;

    /// <summary>The pieces of a field on a page that prints its labels: every box where it stands.</summary>
    internal static IEnumerable<PdfItem> Of(PdfField field) => field.IsBoxes
        ? field.Boxes.Select(box => new PdfItem(new FormPiece.Box(BoxName(field, box), box.Ticked), field.IsChoice ? box.Option : LabelOf(field), box.Place))
        : [new PdfItem(new FormPiece.Blank(PdfNames.Telling(field.Name), field.Value), LabelOf(field), field.Place)];

    /// <summary>A field on a page without any print: its own label and its value; of many boxes, the chosen one's name.</summary>
    internal static FormBlock.Line Alone(PdfField field, string where)
    {
        FormPiece value = field switch
        {
            { IsChoice: true } => new FormPiece.Blank(PdfNames.Telling(field.Name), string.Join(", ", field.Boxes.Where(box => box.Ticked).Select(box => box.Option).Distinct())),
            { IsBoxes: true } => new FormPiece.Box(PdfNames.Telling(field.Name), field.Boxes[0].Ticked),
            _ => new FormPiece.Blank(PdfNames.Telling(field.Name), field.Value),
        };
        return new FormBlock.Line(!IsOurs(field) && LabelOf(field) is { Length: > 0 } label ? [new FormPiece.Text(label), value] : [value], where);
    }

    private static string LabelOf(PdfField field) => field.Label ?? PdfNames.AsWords(field.Name);

    private static string? BoxName(PdfField field, PdfBox box) => PdfNames.Telling(field.IsChoice ? $"{field.Name}.{box.Option}" : field.Name);
}
