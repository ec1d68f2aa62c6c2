using System.Collections.Immutable;
using TechPlan.Functions.Forms.Reading;

namespace TechPlan.Functions.Forms.Word;

/// <summary>Reads a content control as the place, the box or the frame that it is.</summary>
internal static class ControlReading
{
    internal static ImmutableArray<FormBlock> Read(ContentControl control, Allowance allowance, Places places, Func<string> where)
    {
        if (control.Ticked is { } ticked)
        {
            return One(new FormPiece.Box(control.Name, ticked));
        }

        if (control.ShowsPlaceholder)
        {
            return One(new FormPiece.Blank(control.Name, ""));
        }

        var inside = control.Content is { } content ? StoryWalk.Read(content, allowance, places, where) : [];
        return control.IsFrame || inside.Any(HoldsPlaces) ? inside : One(new FormPiece.Blank(control.Name, control.Value(Text(inside))));

        ImmutableArray<FormBlock> One(FormPiece piece) => allowance.Field() ? [new FormBlock.Line([piece], where())] : [];
    }

    // Whoever wraps a part of a form in a control, label, boxes and all, has made a frame of it, whatever its kind.
    private static bool HoldsPlaces(FormBlock block) => block is not FormBlock.Line line || line.Pieces.Any(piece => piece is not FormPiece.Text);

    private static string Text(ImmutableArray<FormBlock> lines) =>
        string.Join('\n', lines.OfType<FormBlock.Line>().Select(line => string.Concat(line.Pieces.OfType<FormPiece.Text>().Select(text => text.Value))));
}
