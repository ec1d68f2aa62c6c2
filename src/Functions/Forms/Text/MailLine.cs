using System.Collections.Immutable;
using System.Globalization;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Text;

/// <summary>A line of a mail.</summary>
internal static class MailLine
{
    /// <param name="number">Counted from one.</param>
    internal static FormBlock.Line Of(ImmutableArray<FormPiece> pieces, int number) => new(pieces, string.Create(CultureInfo.InvariantCulture, $"line {number}"));

    internal static string TextOf(FormBlock.Line line) => string.Concat(line.Pieces.OfType<FormPiece.Text>().Select(piece => piece.Value));

    /// <summary>Whether a reader sees anything on it.</summary>
    internal static bool HasContent(FormBlock block) => block switch
    {
        FormBlock.Line line => line.Pieces.Any(piece => piece is not FormPiece.Text text || !string.IsNullOrWhiteSpace(text.Value)),
        FormBlock.Row row => row.Cells.Any(cell => cell.Any(HasContent)),
        _ => false,
    };
}
