using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Meaning;

/// <summary>Finds which field of the form each typed text belongs to.</summary>
public static class LabelReader
{
    public static TypedForm Find(FormDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        var lines = document.Blocks.SelectMany(block => block switch
        {
            FormBlock.Line line => [line],
            FormBlock.Row row => row.Cells.SelectMany(cell => cell),
            _ => [],
        });
        return new TypedForm([.. lines.SelectMany(line => line.Pieces.Select(piece => Named(piece, line.Where)).OfType<TypedField>())]);
    }

    private static TypedField? Named(FormPiece piece, string where) => piece switch
    {
        FormPiece.Blank { Name: { } name, Value: { Length: > 0 } value } when FieldTags.PointerOf(name) is { } pointer => new TypedField(pointer, value, where),
        FormPiece.Box { Name: { } name, Checked: true } when FieldTags.PointerOf(name) is { } pointer => new TypedField(pointer, FieldTags.AnswerOf(name) ?? FieldTags.Yes, where),
        _ => null,
    };
}
