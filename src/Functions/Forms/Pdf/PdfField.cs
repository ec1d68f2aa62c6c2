using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace TechPlan.Functions.Forms.Pdf;

/// <summary>A field as its page shows it.</summary>
/// <param name="Name">Its whole name, outermost part first: <c>session.date</c>.</param>
/// <param name="Label">What a screen reader says for it; null when its maker gave nothing.</param>
/// <param name="Value">What was typed or chosen; empty for boxes.</param>
/// <param name="Boxes">The boxes to tick, if that is what it is made of.</param>
internal sealed record PdfField(string Name, string? Label, string Value, ImmutableArray<PdfBox> Boxes, PdfPlace Place)
{
    /// <summary>Many boxes of which one is chosen, as opposed to one that is ticked or not.</summary>
    internal bool IsChoice => Boxes.Length > 1;

    internal bool IsBoxes => Boxes.Length > 0;
}

/// <summary>One box of a field.</summary>
/// <param name="Option">What ticking it says: <c>Yes</c>.</param>
internal sealed record PdfBox(string Option, bool Ticked, PdfPlace Place);

/// <summary>Where something stands, from the first page on and from the top down.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct PdfPlace(int Page, double Left, double Top, double Width, double Height)
{
    internal double Bottom => Top + Height;

    internal double Right => Left + Width;
}
