using System.Xml.Linq;

namespace TechPlan.Functions.Forms.Word;

/// <summary>How a run of text looks, as far as it changes what the text says.</summary>
internal readonly struct RunStyle(XElement? properties)
{
    internal bool IsHidden { get; } = properties?.Child("vanish").Switch() == true;

    internal string? Font { get; } = properties?.Child("rFonts") is { } fonts ? fonts.Word("ascii") ?? fonts.Word("hAnsi") : null;
}
