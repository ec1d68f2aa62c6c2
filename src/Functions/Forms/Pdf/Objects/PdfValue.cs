using System.Collections.Immutable;

namespace TechPlan.Functions.Forms.Pdf.Objects;

/// <summary>A value as PDF writes it (ISO 32000-1, 7.3).</summary>
internal abstract record PdfValue
{
    private PdfValue()
    {
    }

    internal static readonly PdfValue Null = new Nothing();

    internal sealed record Nothing : PdfValue;

    internal sealed record Truth(bool Value) : PdfValue;

    internal sealed record Number(double Value) : PdfValue;

    /// <summary>Without its slash.</summary>
    internal sealed record Name(string Value) : PdfValue;

    /// <summary>A string; what its bytes stand for depends on where it stands.</summary>
    internal sealed record Bytes(ReadOnlyMemory<byte> Value) : PdfValue;

    internal sealed record List(ImmutableArray<PdfValue> Items) : PdfValue;

    /// <summary>A dictionary; of a key that is there twice, the last counts.</summary>
    internal sealed record Map(IReadOnlyDictionary<string, PdfValue> Entries) : PdfValue;

    /// <summary>A reference to an object by its number.</summary>
    internal sealed record Link(int Target) : PdfValue;

    /// <summary>A keyword or an operator.</summary>
    internal sealed record Word(string Value) : PdfValue;
}
