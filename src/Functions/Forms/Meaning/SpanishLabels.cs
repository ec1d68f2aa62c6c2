using System.Collections.Frozen;
using TechPlan.Functions.Forms.Meaning.Values;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Meaning;

/// <summary>Tells whether a form is written in Spanish.</summary>
internal static class SpanishLabels
{
    /// <summary>A school's name or a family name may hold one of the words.</summary>
    private const int Enough = 3;

    private static readonly FrozenSet<string> Words =
        new[] { "fecha", "hora", "escuela", "escuelas", "nombre", "titulo", "tema", "lugar", "sesion", "participantes", "seguimiento", "numero", "correo", "equipo", "inicio" }.ToFrozenSet();

    internal static bool Has(FormDocument document) => Texts(document).SelectMany(WordsOf).Where(Words.Contains).Distinct().Take(Enough).Count() == Enough;

    private static IEnumerable<string> Texts(FormDocument document) =>
        document.Blocks.SelectMany(block => block is FormBlock.Row row ? row.Cells.SelectMany(cell => cell) : [(FormBlock.Line)block])
            .SelectMany(line => line.Pieces).OfType<FormPiece.Text>().Select(piece => piece.Value).Where(text => text.Length <= Plain.LongestValue);

    private static string[] WordsOf(string text) => Plain.Of(text).Split([' ', ':', ',', '.', '(', ')', '/', '?', '_']);
}
