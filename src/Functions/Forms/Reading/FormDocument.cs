using System.Collections.Immutable;

namespace TechPlan.Functions.Forms.Reading;

/// <summary>
/// A filled-in form as paper would show it, whatever program made it: lines of text with places to type in, and table rows, in
/// reading order. Readers of files make it; only what comes after them knows the district's form.
/// </summary>
public sealed record FormDocument(ImmutableArray<FormBlock> Blocks);

/// <summary>One part of a document.</summary>
public abstract record FormBlock
{
    private FormBlock()
    {
    }

    /// <summary>A paragraph or a line.</summary>
    /// <param name="Where">Where it stands, in words for a person: <c>page header</c>, <c>table 2, row 4</c>, <c>line 12</c>.</param>
    public sealed record Line(ImmutableArray<FormPiece> Pieces, string Where) : FormBlock;

    /// <summary>A table's row, cell by cell from left to right; a cell that spans several columns is one cell.</summary>
    public sealed record Row(ImmutableArray<ImmutableArray<Line>> Cells, string Where) : FormBlock;
}

/// <summary>What a line is made of.</summary>
public abstract record FormPiece
{
    private FormPiece()
    {
    }

    /// <summary>Printed or typed text; nobody knows yet which.</summary>
    public sealed record Text(string Value) : FormPiece;

    /// <summary>A place to type in or choose from: a legacy field, a content control, a PDF field.</summary>
    /// <param name="Name">The name that the form's maker gave it, or its title; null when it has none worth reading, such as <c>Text12</c>.</param>
    /// <param name="Value">What was typed, line breaks as <c>\n</c>; empty when nothing was, or only the placeholder stands there.</param>
    public sealed record Blank(string? Name, string Value) : FormPiece;

    /// <summary>A box to tick.</summary>
    public sealed record Box(string? Name, bool Checked) : FormPiece;
}
