using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Meaning;

/// <summary>
/// Our own form, known by the tags of its fields. Only they can hold an answer, so the text printed around them is not read: a
/// hint of ours must never be taken for something that somebody typed. Where a program has lost the tags, its hints still are ours.
/// </summary>
internal static class OwnForm
{
    /// <summary>Nobody else's form has so many fields of our names.</summary>
    private const int FewestTags = 10;

    /// <summary>Whether the document is our form, filled in or not.</summary>
    internal static bool Is(FormDocument document) =>
        document.Blocks.SelectMany(LinesOf).SelectMany(line => line.Pieces).Select(TagOf).OfType<string>().Distinct().Take(FewestTags).Count() == FewestTags;

    /// <summary>Only the fields if the form is ours, else the document without what only our form would explain.</summary>
    internal static FormDocument WithoutHints(FormDocument document) =>
        Is(document)
            ? new FormDocument([.. document.Blocks.SelectMany(LinesOf).Select(FieldsOnly)])
            : new FormDocument([.. document.Blocks.Where(block => !IsExplanation(block))]);

    private static bool IsExplanation(FormBlock block) =>
        block is FormBlock.Line { Pieces: [FormPiece.Text { Value: var text }] } && PrintedWords.IsExplanation(text.Trim());

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
