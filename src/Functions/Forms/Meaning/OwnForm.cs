using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Meaning;

/// <summary>
/// Our own form, known by the tags of its fields. Only they can hold an answer, so the text printed around them is not read: a
/// hint of ours must never be taken for something that somebody typed.
/// </summary>
internal static class OwnForm
{
    /// <summary>Nobody else's form has so many fields of our names.</summary>
    private const int FewestTags = 10;

    /// <summary>Only the fields if the form is ours, else the document as it is.</summary>
    internal static FormDocument FieldsOnly(FormDocument document) =>
        document.Blocks.SelectMany(LinesOf).SelectMany(line => line.Pieces).Select(TagOf).OfType<string>().Distinct().Take(FewestTags).Count() == FewestTags
            ? new FormDocument([.. document.Blocks.SelectMany(LinesOf).Select(FieldsOnly)])
            : document;

    private static FormBlock.Line FieldsOnly(FormBlock.Line line) => line with { Pieces = [.. line.Pieces.Where(piece => TagOf(piece) is not null)] };

    private static IEnumerable<FormBlock.Line> LinesOf(FormBlock block) =>
        block is FormBlock.Row row ? row.Cells.SelectMany(cell => cell) : [(FormBlock.Line)block];

    private static string? TagOf(FormPiece piece) => FieldTags.PointerOf(piece switch
    {
        FormPiece.Blank blank => blank.Name ?? "",
        FormPiece.Box box => box.Name ?? "",
        _ => "",
    });
}
